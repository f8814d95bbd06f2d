"""Well-shaped nodes to values of the model. Here text becomes numbers, and every value gets its place."""

import re
from collections.abc import Mapping
from typing import Any, Literal, cast

from plancompare.findings import Location
from plancompare.model import (
    GATE_COST,
    Area,
    Baseline,
    Benchmark,
    Codebook,
    Commitment,
    Decision,
    Evidence,
    Gate,
    Indicator,
    Label,
    Lexicon,
    Number,
    Op,
    Plan,
    Rulings,
    Section,
    Source,
    Target,
    Theme,
)
from plancompare.reading.nodes import ListNode, MapNode, Spot, location

_EMPTY = MapNode(Spot())
_DIGITS = re.compile(r"([0-9]+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts ft-9 before ft-10; total, so that the order of records in a file never matters."""
    return tuple(
        (0, len(part.lstrip("0")), f"{part.lstrip('0')} {part}") if part.isdigit() else (1, 0, part)
        for part in _DIGITS.split(text)
        if part
    )


def number(text: str) -> Number:
    """The number that is written; whole numbers stay whole."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def plan(root: MapNode, file: str, incomplete: int) -> Plan:
    """A plan; ``incomplete`` counts the records that had to be left out."""
    sections: list[Section] = []
    commitments: list[tuple[Any, Commitment]] = []
    plan_id = str(root["id"])
    for node in root["sections"]:
        section = Section(
            id=str(node.get("id", "")),
            path=str(node.get("path", "")),
            heading=str(node["heading"]),
            theme=str(node.get("theme", "")),
            at=location(file, node.at),
        )
        sections.append(section)
        rank = natural(section.id or section.path)
        for item in node.get("commitments", ()):
            commitment = _commitment(item, plan_id, section, file)
            commitments.append(((rank, natural(commitment.id), commitment.text), commitment))
    commitments.sort(key=lambda pair: pair[0])
    sections.sort(key=lambda s: (natural(s.id or s.path), s.heading))
    period = root.get("period")
    return Plan(
        id=plan_id,
        name=str(root["name"]),
        title=str(root.get("title", "")),
        area=Area(**{key: str(value) for key, value in root.get("area", {}).items()}),
        issuer=str(root.get("issuer", "")),
        period=(int(period["from"]), int(period["to"])) if period else None,
        dates=_texts(root.get("dates", _EMPTY)),
        status=str(root.get("status", "")),
        source=Source(**_texts(root.get("source", _EMPTY))),  # type: ignore[arg-type]
        reads=cast(Any, _texts(root.get("reads", _EMPTY))),
        sections=tuple(sections),
        commitments=tuple(c for _, c in commitments),
        not_applicable=_texts(root.get("not_applicable", _EMPTY)),
        incomplete=incomplete,
        waived=_texts(root.get("waive", _EMPTY)),
        coding=str(root.get("coding", "")),
        file=file,
        at=location(file, root.at),
    )


def _texts(node: MapNode) -> Mapping[str, str]:
    return {key: str(value) for key, value in node.items()}


def _words(node: MapNode, key: str) -> tuple[str, ...]:
    return tuple(map(str, node.get(key, ())))


def _commitment(node: MapNode, plan_id: str, section: Section, file: str) -> Commitment:
    bodies = node.get("bodies", _EMPTY)
    return Commitment(
        plan=plan_id,
        id=str(node["id"]),
        section=section,
        text=str(node["text"]),
        evidence=_evidence(node, file),
        theme=str(node.get("theme", "")),
        also=_words(node, "also"),
        targets=tuple(_target(item, file) for item in node.get("targets", ())),
        standard=str(node.get("standard", "")),
        proposed=str(node.get("proposed", "")),
        strength=node.get("strength", "plan"),
        word=str(node.get("word", "")),
        named=_words(node, "named"),
        lead=_words(bodies, "lead"),
        support=_words(bodies, "support"),
        note=str(node.get("note", "")),
        waived=_texts(node.get("waive", _EMPTY)),
        at=location(file, node.at),
    )


def _evidence(node: MapNode, file: str) -> tuple[Evidence, ...]:
    value = node.get("evidence")
    if value is None:
        return ()
    if not isinstance(value, ListNode):
        return (_quote(value, location(file, node.places["evidence"])),)
    return tuple(_quote(item, location(file, place)) for item, place in zip(value, value.places, strict=True))


def _quote(node: str | MapNode, at: Location) -> Evidence:
    if isinstance(node, MapNode):
        return Evidence(str(node["quote"]), str(node.get("prefix", "")), str(node.get("suffix", "")), at)
    return Evidence(str(node), at=at)


def _target(node: MapNode, file: str) -> Target:
    baseline = node.get("baseline")
    return Target(
        indicator=str(node.get("indicator", "")),
        label=str(node.get("label", "")),
        op=node["op"],
        value=_optional(node, "value"),
        low=_optional(node, "min"),
        high=_optional(node, "max"),
        unit=str(node.get("unit", "")),
        by=int(node["by"]) if "by" in node else None,
        baseline=Baseline(number(baseline["value"]), int(baseline["year"]) if "year" in baseline else None)
        if baseline
        else None,
        note=str(node.get("note", "")),
        at=location(file, node.at),
    )


def _optional(node: MapNode, key: str) -> Number | None:
    return number(node[key]) if key in node else None


def _label(node: MapNode) -> Label:
    return Label(str(node["zh"]), str(node["en"]))


def codebook(root: MapNode, file: str) -> Codebook:
    """The themes in their order, and the lexicon."""
    lexicon = root.get("lexicon", _EMPTY)
    gates = lexicon.get("gates", _EMPTY)
    return Codebook(
        version=str(root.get("version", "")),
        themes=tuple(_theme(node, file) for node in root["themes"]),
        lexicon=Lexicon(
            synonyms=tuple(tuple(map(str, group)) for group in lexicon.get("synonyms", ())),
            stock=_words(lexicon, "stock"),
            gates={family: _gate(family, node) for family, node in gates.items()},
            strength={kind: _words(lexicon["strength"], kind) for kind in lexicon.get("strength", ())},
            amounts=_words(lexicon, "amounts"),
            encoding={kind: _words(lexicon["encoding"], kind) for kind in lexicon.get("encoding", ())},
            plain={term: _words(lexicon["plain"], term) for term in lexicon.get("plain", ())},
        ),
    )


def _gate(family: str, node: MapNode) -> Gate:
    """A gate with its label and cost, or in the plain form its values alone: then it is called as it is keyed."""
    full = isinstance(node.get("values"), MapNode)
    values = node["values"] if full else node
    return Gate(
        label=_label(node["label"]) if full and "label" in node else Label(family, family),
        cost=int(number(node["cost"])) if full and "cost" in node else GATE_COST,
        values={value: _words(values, value) for value in values},
    )


def _theme(node: MapNode, file: str) -> Theme:
    return Theme(
        id=str(node["id"]),
        label=_label(node["label"]),
        definition=str(node.get("definition", "")),
        when=str(node.get("when", "")),
        when_not=str(node.get("when_not", "")),
        synonyms=_words(node, "synonyms"),
        negative=_words(node, "negative"),
        near=_words(node, "near"),
        at=location(file, node.at),
    )


def indicators(root: MapNode, file: str) -> tuple[Indicator, ...]:
    """The registry in file order; ids given twice are for a check to see."""
    return tuple(
        Indicator(
            id=str(node["id"]),
            label=_label(node["label"]),
            unit=str(node["unit"]),
            direction=str(node["direction"]),
            aliases=_words(node, "aliases"),
            definition=str(node.get("definition", "")),
            benchmarks=tuple(_benchmark(entry, file) for entry in node.get("benchmarks", ())),
            at=location(file, node.at),
        )
        for node in root["indicators"]
    )


def _benchmark(node: MapNode, file: str) -> Benchmark:
    return Benchmark(
        op=cast(Op, str(node.get("op", "="))),
        value=number(node["value"]),
        year=int(str(node["year"])),
        level=str(node.get("level", "")),
        status=str(node.get("status", "unchecked")),
        source=str(node["source"]),
        at=location(file, node.at),
    )


def rulings(root: MapNode, file: str) -> Rulings:
    """A decisions file."""
    return Rulings(decisions(root, file), _texts(root.get("reviewed", _EMPTY)), file)


def decisions(root: MapNode, file: str) -> tuple[Decision, ...]:
    """The rulings, ordered by what they say, not by where they stand."""
    usual = (str(root.get("who", "")), str(root.get("date", "")))
    result = [_decision(node, file, usual) for node in root.get("decisions", ())]
    return tuple(sorted(result, key=lambda d: (d.kind, d.id, d.members)))


def _decision(node: MapNode, file: str, usual: tuple[str, str]) -> Decision:
    kind: Literal["same", "different", "unsure"] = (
        "same" if "same" in node else "different" if "different" in node else "unsure"
    )
    return Decision(
        kind=kind,
        members=tuple(sorted(map(str, node[kind]))),
        id=str(node.get("id", "")),
        label=_label(node["label"]) if "label" in node else None,
        digests=_texts(node.get("hashes", _EMPTY)),
        not_applicable=_texts(node.get("not_applicable", _EMPTY)),
        reason=str(node.get("reason", "")),
        who=str(node.get("who", usual[0])),
        date=str(node.get("date", usual[1])),
        at=location(file, node.at),
    )
