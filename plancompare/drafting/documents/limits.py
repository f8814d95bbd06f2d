"""Limits for files that are broken or made to harm, each with its reason."""

FILE = 300 * 2**20
"""Bytes of any file: a scanned plan of 300 pages has 100 MB; more is no plan."""

TEXT = 32 * 2**20
"""Bytes of a text or web page, which are held whole: the longest plans have 2 MB."""

ENTRIES = 20_000
"""Entries of a Word file: a long one with a picture on each page has some hundred."""

PART = 200 * 2**20
"""Bytes of one unpacked part of a Word file that is read: 300 pages have 20 MB of XML."""

RATIO = 400
"""How many times smaller a part of a Word file may be packed: XML packs 10 to 60 times, one paragraph over and over
up to 350 times, a bomb of one character 1000 times."""

RATIO_FROM = 10 * 2**20
"""Bytes of an unpacked part from which its ratio is looked at: small parts of repeated text pack very well."""

DEPTH = 250
"""XML elements inside each other: Word stays below 60, nested tables included; the reader goes down by recursion."""

CELLS = 500_000
"""Cells of one table, merged ones repeated: the spans of a made-up table multiply."""

TABLE = 20 * 2**20
"""Characters of one table, merged cells repeated, for the same reason."""

SPAN = 100
"""Columns that a cell may span: Word itself allows 63."""

PAGES = 5_000
"""Pages of a PDF."""

GLYPHS = 100_000
"""Characters of one page of a PDF; a dense one has 3000."""

RULES = 3_000
"""Ruled lines of one page of a PDF that are looked at: a table of 40 rows has some 500, a map has a million."""

LETTERS = 30
"""Letters that a page of a PDF has on average at least; with fewer it is a scan with stray marks."""

NEAR_FIGURE = 80
"""Characters before and behind a figure that tell how it is bounded and what it counts: clauses have 60 at most, and
one of 800 figures would else be read 800 times."""
