"""Limits for files that are broken or made to harm, each with its reason."""

FILE = 200 * 2**20
"""Bytes of any file: a scanned plan of 300 pages has 100 MB; more is no plan."""

TEXT = 40 * 2**20
"""Bytes of a text or web page, which are held whole: the longest plan known has 2 MB."""

ENTRIES = 20_000
"""Entries of a Word file: a long one with a picture on each page has some hundred."""

PART = 400 * 2**20
"""Bytes of one unpacked part of a Word file: 300 pages have 20 MB of XML."""

RATIO = 250
"""How many times smaller a part of a Word file may be packed; real XML packs 10 to 60 times, a bomb 1000 times."""

RATIO_FROM = 10 * 2**20
"""Bytes of an unpacked part from which its ratio is looked at: small parts of repeated text pack very well."""

DEPTH = 400
"""XML elements inside each other: Word stays below 60, nested tables included."""

CELLS = 2_000_000
"""Cells of all tables, merged ones repeated: spans of a made-up table multiply."""

SPAN = 200
"""Columns or rows that one merged cell may span: Word itself allows 63 columns."""

PAGES = 5_000
"""Pages of a PDF."""

PICTURES = 30
"""Letters that a PDF has per page at most for it to count as a scan without text."""
