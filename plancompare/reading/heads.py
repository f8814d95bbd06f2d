"""Which files of a collection may hold the plans that are named: told by the first lines of each, unparsed.

It errs on one side only. A file is left unread where its head shows plainly that its plan is called otherwise; whatever
is written in an unusual way (no plain keys before the sections, escapes, another encoding) is read like any other.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from plancompare.files import is_file, place_of, read_start
from plancompare.model import Rulings
from plancompare.reading.nodes import MapNode, read_file

HEAD = 4096  # bytes in which a plan says who it is before its sections begin
_SECTIONS = re.compile(rb"^sections:", re.MULTILINE)
_CALLED_BY = tuple(re.compile(rb"^" + key + rb":", re.MULTILINE) for key in (b"id", b"name", b"area"))
_ID = re.compile(rb"^id:[ \t]*([A-Za-z0-9._-]+)[ \t]*\r?$", re.MULTILINE)
_ESCAPES = re.compile(rb"\\|''")  # words may stand there otherwise than they read
_ODD = re.compile(r"""[\s"'\\:#]""")  # in a name: characters that YAML may write in several ways


def files_that_may_hold(names: Collection[str], paths: Sequence[Path]) -> list[Path]:
    """Those of ``paths`` whose plan may have one of ``names`` as its id or in its name, in their order."""
    if any(map(_ODD.search, names)):
        return list(paths)
    wanted = [name.encode(errors="surrogateescape") for name in names]
    return [path for path in paths if _may_be_called(path, wanted)]


def start_of(path: Path) -> bytes:
    """The bytes in which a plan says who it is. Raises OSError."""
    return read_start(path, HEAD)


def before_sections(path: Path, most: int = HEAD) -> bytes:
    """What a plan says of itself before its sections; nothing where ``most`` bytes hold no section. Raises OSError."""
    start = read_start(path, most)
    sections = _SECTIONS.search(start)
    return start[: sections.start()] if sections else b""


def _may_be_called(path: Path, names: Sequence[bytes]) -> bool:
    try:
        head = before_sections(path)
    except OSError:
        return True  # reading it whole says why it cannot be read
    if _ESCAPES.search(head) or not all(key.search(head) for key in _CALLED_BY):
        return True
    return any(name in head for name in names)


def plans_judged(rulings: Rulings) -> Iterator[str]:
    """The ids of all plans that rulings speak of: what they say depends on the texts of these."""
    yield from rulings.reviewed
    for decision in rulings.decisions:
        yield from (key.partition("/")[0] for key in (*decision.members, *decision.digests))


def ids_in(paths: Sequence[Path]) -> Iterator[str]:
    """The ids that plan files give themselves; a file that says none is left out."""
    for path in paths:
        root = read_file(path, str(path))[0].root
        if isinstance(root, MapNode) and isinstance(root.get("id"), str):
            yield root["id"]


def ids_by_heads(paths: Sequence[Path]) -> Iterator[str]:
    """The ids of plan files, told by their heads where these are plain."""
    for path in paths:
        found = _ID.findall(start_of(path)) if is_file(path) else []
        if len(found) == 1:
            yield found[0].decode(errors="replace")
        else:
            yield from ids_in([path])


def outside(extra: Sequence[Path], paths: Sequence[Path]) -> list[Path]:
    """Those of ``extra`` that are none of ``paths``, by whatever name they are called."""
    known = set(map(place_of, paths)) if extra else set()
    return [path for path in extra if place_of(path) not in known]
