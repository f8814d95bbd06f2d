"""What formats with pages share: the paper, which chapters lie across, cells as runs of words, widths of columns."""
