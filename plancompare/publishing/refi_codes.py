"""The codes of REFI-QDA files: themes, strength, and the promises that several plans make; and the codebook file.

REFI-QDA 1.5 is the exchange format of programs for qualitative analysis. Names and ids are made here for both of its
files. A GUID is a UUID of version 5 over our own id, so that a later data set gives the same thing the same GUID.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from plancompare import __version__
from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.model import Lang, Theme
from plancompare.telling.rows import basis
from plancompare.telling.text import printable
from plancompare.telling.words import counted, say

ORIGIN = f"plancompare {__version__}"
STRENGTHS = ("binding", "plan", "hedged")
_NAMESPACE = UUID("41d72f7b-0d62-40a6-9f7b-d06693bdcbae")
_NO_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


class Code(NamedTuple):
    """A code; ``id`` is ours and makes its GUID. One with ``children`` only gathers them and codes nothing."""

    id: str
    name: str
    about: str = ""
    children: tuple["Code", ...] = ()


def guid(kind: str, name: str) -> str:
    """The GUID of a thing of ours; kinds keep a theme and a plan of one name apart."""
    return str(uuid5(_NAMESPACE, f"{kind}:{name}"))


def sound(text: str) -> str:
    """``text`` without characters that XML 1.0 cannot hold."""
    return printable(text).translate(_NO_XML)


def one_line(text: str) -> str:
    """A name: sound, and without line breaks or doubled blanks."""
    return " ".join(sound(text).split())


def coding_scheme(comparison: Comparison, themes: Iterable[str], lang: Lang) -> tuple[Code, ...]:
    """The themes (``themes`` are their ids) and the degrees of strength, each under a heading of its own."""
    known = {theme.id: theme for theme in comparison.codebook.themes}
    named = tuple(_theme(theme, known.get(theme), lang) for theme in themes)
    degrees = tuple(Code(f"strength:{degree}", say(degree, lang), degree) for degree in STRENGTHS)
    groups = (
        Code("themes", say("themes", lang), "", named),
        Code("strength", say("publish_strength", lang), "", degrees),
    )
    return tuple(group for group in groups if group.children)


def row_codes(comparison: Comparison, names: Iterable[str], lang: Lang) -> tuple[Code, ...]:
    """A code for every row that several plans make (``names`` are the rows' ids), under one heading."""
    several = tuple(
        Code(f"row:{name}", row.label.of(lang), _row(name, row, lang))
        for name, row in zip(names, comparison.rows, strict=True)
        if row.made > 1
    )
    return (Code("rows", say("publish_rows", lang), say("publish_rows_about", lang), several),) if several else ()


def told_apart(codes: Iterable[Code], seen: set[str] | None = None) -> tuple[Code, ...]:
    """The codes with names that no two of them share: programs find a code by its name."""
    taken = set() if seen is None else seen
    result = []
    for code in codes:
        name = one_line(code.name) or code.id
        name = name if name.casefold() not in taken else f"{name} [{one_line(code.id)}]"
        taken.add(name.casefold())
        result.append(code._replace(name=name, children=told_apart(code.children, taken)))
    return tuple(result)


def codebook_element(codes: Iterable[Code]) -> Element:
    """``CodeBook`` with its codes, which is the same in both files."""
    book = Element("CodeBook")
    listed = SubElement(book, "Codes")
    for code in codes:
        _add(listed, code)
    return book


def qdc(codes: Iterable[Code]) -> bytes:
    """The codebook file (.qdc)."""
    book = codebook_element(codes)
    book.attrib |= {"xmlns": "urn:QDA-XML:codebook:1.0", "origin": ORIGIN}
    return as_xml(book)


def as_xml(root: Element) -> bytes:
    """The document, one element a line."""
    ElementTree.indent(root, " ")
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def describe(parent: Element, text: str) -> None:
    """Add a Description, if there is anything to say."""
    if text:
        SubElement(parent, "Description").text = sound(text)


def _add(parent: Element, code: Code) -> None:
    codable = "false" if code.children else "true"
    element = SubElement(parent, "Code", guid=guid("code", code.id), name=code.name, isCodable=codable)
    describe(element, code.about)
    for child in code.children:
        _add(element, child)


def _theme(theme: str, entry: Theme | None, lang: Lang) -> Code:
    if entry is None:
        return Code(f"theme:{theme}", theme)
    return Code(f"theme:{theme}", entry.label.of(lang), "\n".join(_theme_description(entry, lang)))


def _theme_description(theme: Theme, lang: Lang) -> Iterator[str]:
    yield " · ".join(dict.fromkeys(part for part in (theme.id, theme.label.zh, theme.label.en) if part))
    if theme.definition:
        yield theme.definition
    for key, words in (("publish_when", theme.when), ("publish_when_not", theme.when_not)):
        if words:
            yield say(key, lang, told=words)


def _row(name: str, row: Row, lang: Lang) -> str:
    """What a row's code says of it: how many make it and by what; then what may be it elsewhere."""
    description = " · ".join(filter(None, (name, counted(row.made, row.covered, row.unsure, lang), basis(row, lang))))
    near = [n for cell in row.spoken.values() for n in cell.candidates]
    return "\n".join(
        [description, *(f"{say('unsure', lang)} {n.score}: {n.commitment.key} {n.commitment.text}" for n in near)]
    )
