"""A project file of REFI-QDA (.qdpx): its texts, and the passages that people coded. Nothing outside it is opened."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plancompare.drafting.documents import limits
from plancompare.drafting.documents.package import Package
from plancompare.drafting.documents.word.xml import integer, parsed
from plancompare.errors import PlanCompareError

MAIN = "project.qde"
SUFFIX = ".qdpx"
_Q = "x-"  # how the reader of XML writes names of another namespace than Word's
_TEXTS = frozenset((f"{_Q}Description", f"{_Q}PlainTextContent"))
_OURS = "plancompare"


class Code(NamedTuple):
    """A code of the project: its name and what is said of it."""

    name: str
    about: str = ""


class Coded(NamedTuple):
    """A passage that people coded: where it is in its text, under which codes, and what they noted."""

    start: int
    end: int
    codes: tuple[Code, ...]
    note: str = ""


class CodedText(NamedTuple):
    """A text of the project, with its passages in reading order; ``title`` where a project of ours says it."""

    name: str
    text: str
    passages: tuple[Coded, ...]
    title: str = ""


class Project(NamedTuple):
    """What a project holds. ``ours`` if this program wrote it; ``missing`` are texts that lie outside the file, and
    ``lost`` counts passages whose place is none.
    """

    file: str
    texts: tuple[CodedText, ...]
    ours: bool
    missing: tuple[str, ...] = ()
    lost: int = 0


def read_project(path: Path) -> Project:
    """The project in ``path``. Raises PlanCompareError for what is none, or holds no text."""
    file = path.name
    if not path.is_file():
        raise PlanCompareError("no file {file}; name a project (.qdpx) that another program exported", file=file)
    with Package(file, path, MAIN) as package:
        root = parsed(package, MAIN, _TEXTS)
        if root is None or root.tag != f"{_Q}Project":
            raise PlanCompareError("{file} holds no REFI-QDA project; export it as REFI-QDA (.qdpx)", file=file)
        ours = root.get("origin", "").startswith(_OURS)
        codes = dict(_codes(root))
        texts: list[CodedText] = []
        missing: list[str] = []
        lost = 0
        for source in root.iterfind(f"{_Q}Sources/{_Q}TextSource"):
            name = " ".join(source.get("name", "").split()) or f"text {len(texts) + 1}"
            text = _text(source, package)
            if text is None:
                missing.append(name)
                continue
            passages = tuple(_passages(source, codes))
            sound = tuple(p for p in passages if 0 <= p.start < p.end <= len(text))
            lost += len(passages) - len(sound)
            about = (source.findtext(f"{_Q}Description") or "").splitlines()
            texts.append(CodedText(name, text, _united(sound), about[0] if ours and about else ""))
    if not texts:
        raise PlanCompareError(
            "{file} holds no plain text; only texts can be encoded, no pictures, PDF or sound", file=file
        )
    return Project(file, tuple(texts), ours, tuple(missing), lost)


def _codes(root: Element) -> Iterator[tuple[str, Code]]:
    """The codes by their GUIDs, which programs write in either case."""
    for code in root.iter(f"{_Q}Code"):
        about = code.findtext(f"{_Q}Description") or ""
        yield code.get("guid", "").lower(), Code(" ".join(code.get("name", "").split()), about)


def _text(source: Element, package: Package) -> str | None:
    """The text of a source, from the project or a file inside the package; None for one that lies outside."""
    inline = source.findtext(f"{_Q}PlainTextContent")
    if inline is not None:
        return inline
    kind, _, place = source.get("plainTextPath", "").partition("://")
    wanted = posixpath.join("sources", place).lower()
    part = next((name for name in package.names if name.lower() == wanted), None) if kind == "internal" else None
    if part is None:
        return None
    if package.size(part) > limits.TEXT:
        raise PlanCompareError("{file}: {part} is longer than any plan", file=package.file, part=part)
    return b"".join(package.chunks(part)).decode("utf-8-sig", "replace")


def _passages(source: Element, codes: Mapping[str, Code]) -> Iterator[Coded]:
    for selection in source.iterfind(f"{_Q}PlainTextSelection"):
        references = selection.iterfind(f"{_Q}Coding/{_Q}CodeRef")
        named = [codes.get(reference.get("targetGUID", "").lower()) for reference in references]
        place = [integer(selection.get(key, "-1")) for key in ("startPosition", "endPosition")]
        note = (selection.findtext(f"{_Q}Description") or "").strip()
        yield Coded(place[0], place[1], tuple(code for code in named if code), note)


def _united(passages: tuple[Coded, ...]) -> tuple[Coded, ...]:
    """Each stretch once, in reading order, with all its codes: some programs write a passage for each code."""
    found: dict[tuple[int, int], Coded] = {}
    for passage in passages:
        first = found.setdefault((passage.start, passage.end), passage._replace(codes=(), note=""))
        codes = tuple(dict.fromkeys((*first.codes, *passage.codes)))
        notes = dict.fromkeys(filter(None, (first.note, passage.note)))
        found[passage.start, passage.end] = first._replace(codes=codes, note="\n".join(notes))
    return tuple(found[place] for place in sorted(found) if found[place].codes)
