"""Files of a user: what may be read, and what is written, whole or not at all.

No other room opens a file for writing, or moves or deletes one.

What is to stand in a folder is first written there under a hidden name and then moved into place in one step, so that
no reader ever sees half of it. Faults are a PlanCompareError of one line.
"""

from plancompare.files.folders import make_folder, refuse_to_fill, write_folder
from plancompare.files.reading import is_file, is_folder, list_folder, place_of, read_start, read_whole, yaml_files
from plancompare.files.scratch import tidy
from plancompare.files.single import Change, edit, refuse_to_overwrite, refuse_unwritable, write_whole

__all__ = [
    "Change",
    "edit",
    "is_file",
    "is_folder",
    "list_folder",
    "make_folder",
    "place_of",
    "read_start",
    "read_whole",
    "refuse_to_fill",
    "refuse_to_overwrite",
    "refuse_unwritable",
    "tidy",
    "write_folder",
    "write_whole",
    "yaml_files",
]
