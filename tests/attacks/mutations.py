"""Bytes that were sound once: pieces cut, doubled, swapped and filled with what breaks programs."""

import zlib
from collections.abc import Sequence
from copy import deepcopy
from importlib import import_module
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

etree: Any = import_module("lxml.etree")  # has no types of its own

TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        "\x00",
        "\x1b[31m",
        "\x07",
        "\x7f",
        "\x85",
        "\x9b",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ufffe",
        "\ud800",
        "\U0010ffff",
        "\U0001f600",
        "²",
        "٣",
        "½",
        "〇",
        "９",
        "1e999",
        "-1",
        "99999999999999999999",
        "0x1F",
        "1_000",
        ".inf",
        "NaN",
        "2021-2025",
        "0.1%",
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "#",
        "&a ",
        "*a",
        "!!int ",
        "|",
        ">",
        "'",
        '"',
        "\\",
        "---\n",
        "\t",
        "\r",
        "\r\n",
        "\n\n",
        "%",
        "@",
        "`",
        "null",
        "true",
        "no",
        "=cmd|'/C x'!A0",
        "<b>",
        "</td>",
        "<table>",
        "<tr>",
        "<td colspan=9999>",
        "<ol start='²'>",
        "<li value='x'>",
        "<!--",
        "]]>",
        "&#0;",
        "&#xD800;",
        "&amp;",
        "&x;",
        "<![CDATA[",
        "<?xml encoding='x'?>",
        "<w:p>",
        "</w:p>",
        "<w:tbl>",
        'w:val="-1"',
        "万",
        "亿",
        "成",
        "%以上",
        "翻一番",
        "不低于",
        "至",
        "—",
        "、",
        "；",
        "。",
        "（一）",
        "第一章",
        "1.",
        "十九",
        "“",
        "”",
        "以上学校" * 30,
    )
)
BYTES = (*TOKENS, b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xfe\xff")
MOST = 40_000  # bytes of an input: what is slow by size alone is no find


def mutated(data: bytes, random: Random, others: Sequence[bytes] = ()) -> bytes:
    """``data`` with one to six changes; ``others`` are sources of foreign pieces."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        data = _changed(data, random, others)
    return data[:MOST]


def _changed(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    size = len(data)
    a = random.randrange(size + 1)
    b = min(size, a + int(random.expovariate(1 / 12)))
    kind = random.randrange(10)
    if kind == 0:
        return data[:a] + data[b:]
    if kind == 1:
        return data[:a] + data[a:b] * random.choice((2, 2, 3, 20, 200)) + data[b:]
    if kind == 2 and size:
        at = random.randrange(size)
        return data[:at] + bytes((data[at] ^ (1 << random.randrange(8)),)) + data[at + 1 :]
    if kind == 3:
        return data[:a]
    if kind == 4 and others:
        other = random.choice(others)
        start = random.randrange(len(other) + 1)
        return data[:a] + other[start : start + random.choice((5, 40, 400))] + data[b:]
    if kind in (5, 6):
        return _lines(data, random)
    return data[:a] + random.choice(BYTES) * random.choice((1, 1, 1, 3, 50)) + data[b if random.random() < 0.4 else a :]


def _lines(data: bytes, random: Random) -> bytes:
    """Lines dropped, doubled, swapped, moved in."""
    lines = data.split(b"\n")
    a, b = random.randrange(len(lines)), random.randrange(len(lines))
    kind = random.randrange(4)
    if kind == 0:
        del lines[a]
    elif kind == 1:
        lines.insert(b, lines[a])
    elif kind == 2:
        lines[a], lines[b] = lines[b], lines[a]
    else:
        lines[a] = b" " * random.randrange(9) + lines[a].lstrip()
    return b"\n".join(lines)


def mutated_zip(data: bytes, random: Random) -> bytes:
    """A file in a zip (Word, Excel): now and then its bytes, mostly one of its parts."""
    if random.random() < 0.15:
        return mutated(data, random)
    saved = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(saved, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = random.choice([name for name in names if name.endswith((".xml", ".rels"))])
        if random.random() < 0.6:
            chosen = next((n for n in names if n.endswith(("document.xml", "sheet1.xml"))), chosen)
        for name in names:
            part = old.read(name)
            if name == chosen and random.random() < 0.03:
                continue
            change = reshaped if name.endswith("xml") and random.random() < 0.75 else mutated
            new.writestr(name, change(part, random) if name == chosen else part)
    return saved.getvalue()


def reshaped(data: bytes, random: Random) -> bytes:
    """XML that is sound still: elements doubled, dropped, moved into others, texts and attributes made strange."""
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return mutated(data, random)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        elements = [element for element in root.iter() if isinstance(element.tag, str) and element is not root]
        if not elements:
            break
        _reshape(random.choice(elements), random.choice(elements), random)
    return bytes(etree.tostring(root))[:MOST]


def _reshape(one: Any, other: Any, random: Random) -> None:
    kind = random.randrange(6)
    above = one.getparent()
    if kind == 0 and above is not None:
        for _ in range(random.choice((1, 2, 30))):
            one.addnext(deepcopy(one))
    elif kind == 1 and above is not None:
        above.remove(one)
    elif kind == 2:
        other.append(deepcopy(one))
    elif kind == 3:
        one.tag = other.tag
    elif kind == 4 and one.attrib:
        one.attrib[random.choice(list(one.attrib))] = _legal(random)
    else:
        one.text = _legal(random) * random.choice((1, 1, 40))


def _legal(random: Random) -> str:
    """A token that XML can hold."""
    token = random.choice(TOKENS).decode("utf-8", "replace")
    return "".join(c for c in token if c.isprintable() or c in "\t\n")


def mutated_pdf(data: bytes, random: Random) -> bytes:
    """A PDF: its bytes, or the contents of one of its packed streams."""
    start = data.find(b"stream\n")
    if start < 0 or random.random() < 0.7:
        return mutated(data, random)
    end = data.find(b"\nendstream", start)
    inside = data[start + 7 : end]
    try:
        inside = zlib.decompress(inside)
    except zlib.error:
        return data[: start + 7] + mutated(inside, random) + data[end:]
    return data[: start + 7] + zlib.compress(mutated(inside, random)) + data[end:]
