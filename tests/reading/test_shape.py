"""The walker against the ``jsonschema`` package.

Two readings differ on purpose, and the reference is told so: a pattern also binds a number, as it is written (a code
of five digits is no code), and 2021.0 is no whole number, because a year is read from its digits.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, ValidationError, validators

from plancompare.reading.keywords import Fault, Path
from plancompare.reading.nodes import Spot, read_document
from plancompare.reading.shape import faults
from plancompare.schema import NAMES, schema

CODED = ("plan", "codebook", "indicators", "decisions")
GOOD: dict[str, Any] = yaml.safe_load(
    """\
plan:
  id: a
  name: 甲区
  title: 规划
  area: {name: 甲区, level: district, code: "110106"}
  period: {from: 2021, to: 2025}
  dates: {written: "2021-12-31", issued: "2022"}
  status: adopted
  coding: checked
  source: {url: "https://x", file: a.txt, sha256: "DIGEST", extent: excerpt}
  reads: {preschool: whole, pay: part}
  not_applicable: {sport: 无}
  waive: {no-evidence: 因为}
  sections:
  - id: "3.1"
    path: 三（一）
    heading: 学前教育
    theme: preschool
    commitments:
    - id: a-1
      text: 普惠率达到九成
      also: [layout, 7]
      evidence: [{quote: 达到, prefix: 普惠率, suffix: ""}, 覆盖率]
      targets:
      - {indicator: b, op: ">=", value: 90.5, unit: "%", by: 2025}
      - {label: 园, op: range, min: 1, max: 2, baseline: {value: 0, year: 2020}}
      strength: binding
      word: 确保
      named: [四春计划]
      bodies: {lead: [教委], support: []}
    - {id: 7, text: 新建, evidence: 新建幼儿园}
    - {id: 7.5, text: 扩建, evidence: {quote: 扩建}}
  - heading: 空
codebook:
  version: "1"
  title: {zh: 编码, en: Codes}
  themes: [{id: pay, label: {zh: 待遇, en: Pay}, synonyms: [工资], near: [b], when: x}]
  lexicon:
    synonyms: [[区管校聘, 县管校聘]]
    stock: [实施]
    gates: {stage: {senior: [高中]}}
    strength: {binding: [确保], hedged: []}
indicators:
  version: 1.5
  indicators:
  - {id: b, label: {zh: 率, en: Rate}, aliases: [普惠率], unit: "", direction: lower,
     benchmarks: [{op: <, value: 5, year: 2025, status: final, source: 部}]}
decisions:
  version: 1
  decisions:
  - {id: r-1, same: [a/a-1, b/b-1], label: {zh: 率, en: Rate}, hashes: {a/a-1: 12}}
  - {different: [a/a-1, b/b-2], reason: 不同, who: x, date: "2022-01-01"}
""".replace("DIGEST", "0" * 64)
)


def wrong(name: str, path: Path, *values: Any) -> list[tuple[str, Path, Any]]:
    """Documents that are wrong: the sound one called ``name`` with each of ``values`` put at ``path``."""
    return [(name, path, value) for value in values]


FIRST: Path = ("sections", 0, "commitments", 0)
BAD = [
    *(case for name in CODED for case in wrong(name, (), [], 3, "x", None, True)),
    *(case for name in CODED for case in wrong(name, ("colour",), "red")),
    *wrong("plan", ("id",), "", "a b", "甲", "-a", -1, None, True, ["a"], {"a": "b"}),
    *wrong("plan", ("name",), "", 5, None, []),
    *wrong("plan", ("period",), {}, {"from": 2021}, 2021, {"from": 2021, "to": "2025"}),
    *wrong("plan", ("period", "to"), 1899, 2201, 2025.5, 2025.0, None, "二〇二五"),
    *wrong("plan", ("area", "code"), "11010", "1101061", 11010, "11010a"),
    *wrong("plan", ("dates", "written"), "21-1-1", 2021, "2021-1-1", ""),
    *wrong("plan", ("status",), "final", "", 1, None, []),
    *wrong("plan", ("source",), {}, {"file": "x"}, {"extent": "some"}, []),
    *wrong("plan", ("reads",), {"pay": "all"}, {"a b": "whole"}, ["pay"], {"pay": None}),
    *wrong("plan", ("waive",), {"no-evidence": ""}, {"no-evidence": 1}, "no-evidence"),
    *wrong("plan", ("sections",), None, {}, [None], ["x"], [{}], [{"heading": ""}]),
    *wrong("plan", ("sections", 0, "commitments"), None, {}, "x", [[]], [{"id": "a"}]),
    *wrong("plan", (*FIRST, "evidence"), "", "好" * 25, [], [""], {"quote": ""}, {"prefix": "x"}, 3, [["x"]], None),
    *wrong("plan", (*FIRST, "evidence", 0), {"quote": "x", "a": 1}, "", 3, {"quote": "好" * 25}, "好" * 25),
    *wrong("plan", (*FIRST, "targets", 0), {}, {"op": "=>"}, {"op": "=", "value": "9"}, {"op": "=", "by": 1}, 9),
    *wrong("plan", (*FIRST, "bodies"), {"lead": "x"}, {"chief": []}, []),
    *wrong("codebook", ("themes",), None, [{}], [{"id": "a", "label": {"zh": "甲"}}]),
    *wrong("codebook", ("lexicon", "synonyms"), [["独"]], [["甲乙"]], [["甲乙", "丙"]], ["甲乙"]),
    *wrong("codebook", ("lexicon", "gates"), {"a": []}, {"a": {"b": "c"}}, {"a": {"b": [""]}}),
    *wrong("codebook", ("lexicon", "strength"), {"firm": []}, {"plan": [1]}),
    *wrong("indicators", ("indicators", 0, "direction"), "up", "", None),
    *wrong("indicators", ("indicators", 0, "benchmarks", 0), {}, {"value": "1"}, 3),
    *wrong("decisions", ("decisions", 0), {}, {"id": "r"}, {"id": "r", "same": []}),
    *wrong("decisions", ("decisions", 1, "different"), ["a/b"], [], ["a/b", "c/d", "e"], ["a", "b/c"], "a/b"),
]
ODD = st.sampled_from([deepcopy(value) for _, _, value in BAD]) | st.sampled_from(
    [
        *("", "a", "a b", "好", "好" * 24, "好" * 25, "2021", "true", "whole", "binding", ">=", "a/b", "110106"),
        *(0, -3, 7, 1899, 1900, 2021, 2201, 110106, 3.5, 1e300, 2021.0, True, False, None, [], {}),
        *(["好"], ["a", "b"], [1], {"quote": "好"}, {"zh": "好", "en": "a"}, {"id": "a", "text": "好"}),
    ]
)
KEYS = st.sampled_from(
    ["id", "name", "text", "theme", "op", "quote", "same", "different", "label", "colour", "evidence"]
)


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    written = json.dumps(instance) if type(instance) in (int, float) else instance
    if isinstance(written, str) and not re.search(pattern, written):
        yield ValidationError(f"{written!r} does not match {pattern!r}")


REFERENCE: Any = validators.extend(  # type: ignore[no-untyped-call]
    Draft7Validator,
    {"pattern": _pattern},
    type_checker=Draft7Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int),
)


def written(value: Any) -> str:
    """The value as YAML: words plain, as a curator writes them, all else as JSON."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str) and re.fullmatch("[\u4e00-\u9fff]+|[a-z]{2,}(-[a-z0-9]+)*", value):
        return value if value not in ("true", "false", "null") else f'"{value}"'
    return json.dumps(value, ensure_ascii=False)


def breaches(name: str, data: Any) -> list[Fault]:
    document = read_document(written(data).encode(), "f")
    assert document.root is not None
    return faults(document.root, Spot(), name)


def changed(data: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    copy = deepcopy(data)
    inside = copy
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return copy


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in steps:
        yield from paths(inner, (*path, step))


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_a_valid_draft_07_schema(name: str) -> None:
    assert schema(name)["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", CODED)
def test_a_sound_document_has_no_faults(name: str) -> None:
    assert REFERENCE(schema(name)).is_valid(GOOD[name])
    assert breaches(name, GOOD[name]) == []


@pytest.mark.parametrize("year", [1900, 2200])
def test_the_first_and_the_last_year_are_allowed(year: int) -> None:
    assert breaches("plan", changed(GOOD["plan"], ("period", "to"), year)) == []


@pytest.mark.parametrize(("name", "path", "value"), BAD)
def test_a_wrong_value_is_a_fault_for_both(name: str, path: Path, value: Any) -> None:
    data = changed(GOOD[name], path, value)
    assert not REFERENCE(schema(name)).is_valid(data)
    found = breaches(name, data)
    assert found
    assert all(fault.path[: len(path)] == path for fault in found)


@pytest.mark.parametrize("name", CODED)
def test_every_key_may_be_left_out_only_where_both_say_so(name: str) -> None:
    for path in paths(GOOD[name]):
        if path and isinstance(path[-1], str):
            data = deepcopy(GOOD[name])
            inside: Any = data
            for step in path[:-1]:
                inside = inside[step]
            del inside[path[-1]]
            assert bool(breaches(name, data)) != REFERENCE(schema(name)).is_valid(data), path


@settings(max_examples=150, deadline=None)
@pytest.mark.parametrize("name", CODED)
@given(data=st.data())
def test_the_verdict_is_that_of_jsonschema(name: str, data: st.DataObject) -> None:
    document: Any = GOOD[name]
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(paths(document))))
        inside = document
        for step in path:
            inside = inside[step]
        if isinstance(inside, dict) and data.draw(st.booleans()):
            path = (*path, data.draw(KEYS))
        document = changed(document, path, data.draw(ODD))
    assert bool(breaches(name, document)) != REFERENCE(schema(name)).is_valid(document)


MESSAGES = [
    ("plan", "id: a\nname: A\nsections: []\nperoid: x\n", (4, 1), 'unknown key "peroid"; did you mean "period"?'),
    ("plan", "id: a\nname: A\nsections: []\nzzz: x\n", (4, 1), 'unknown key "zzz"'),
    ("plan", "id: a\nsections: []\n", (1, 1), '"name" is missing'),
    ("plan", "id: a\nname: A\nsections:\n- path: 一\n", (4, 3), '"heading" is missing'),
    ("plan", "id: a b\nname: A\nsections: []\n", (1, 5), 'wants the form north-1, found "a b"'),
    ("plan", "id: a\nname: 5\nsections: []\n", (2, 7), 'wants text, found "5"; put it in quotes'),
    ("plan", "id: a\nname:\nsections: []\n", (2, 6), "wants text, found nothing"),
    ("plan", "id: a\nname: ''\nsections: []\n", (2, 7), "is empty"),
    ("plan", "id: a\nname: A\nsections: x\n", (3, 11), 'wants a list (items after `- `), found "x"'),
    ("plan", "id: a\nname: A\nsections: []\narea: [x]\n", (4, 7), "wants keys with values, found a list"),
    (
        "plan",
        "id: a\nname: A\nstatus: adoptd\nsections: []\n",
        (3, 9),
        'wants one of adopted, consultation, draft, found "adoptd"; did you mean "adopted"?',
    ),
    ("plan", "id: a\nname: A\nperiod: {from: 203O, to: 2025}\nsections: []\n", (3, 16), 'a whole number, found "203O"'),
    ("plan", "id: a\nname: A\nperiod: {from: 1066, to: 2025}\nsections: []\n", (3, 16), "1066 is out of range"),
    ("codebook", "themes: []\nlexicon: {synonyms: [[甲乙]]}\n", (2, 22), "wants at least 2 items"),
    ("codebook", "themes: []\nlexicon: {synonyms: [[甲乙, 丙]]}\n", (2, 27), "wants at least 2 characters"),
    ("decisions", "decisions:\n- {id: r}\n", (2, 3), 'wants "same" or "different" or "unsure"'),
]


@pytest.mark.parametrize(("name", "text", "place", "message"), MESSAGES)
def test_a_fault_says_where_and_what_to_do(name: str, text: str, place: tuple[int, int], message: str) -> None:
    root = read_document(text.encode(), "f").root
    assert root is not None
    (fault,) = faults(root, Spot(), name)
    assert (fault.place.line + 1, fault.place.column + 1) == place
    assert fault.message == message or fault.message.endswith(message)


def test_what_is_too_long_is_shown_short_and_can_still_be_used() -> None:
    (fault,) = breaches("plan", changed(GOOD["plan"], ("sections", 0, "commitments", 1, "evidence"), "好" * 40))
    assert not fault.hard
    assert fault.message == f'has 40 characters, at most 24 are allowed: "{"好" * 29}…"'


def test_faults_come_in_reading_order() -> None:
    root = read_document(b"zz: 1\nname: 5\nyy: 1\nid: '!'\nsections: [3]\n", "f").root
    assert root is not None
    assert [fault.place.line + 1 for fault in faults(root, Spot(), "plan")] == [1, 2, 3, 4, 5]


def test_a_schema_keyword_that_the_walker_does_not_know_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="const"):
        faults("x", Spot(), "report")


def test_an_id_does_not_end_in_a_line_break() -> None:
    assert breaches("plan", changed(GOOD["plan"], ("id",), "a\n"))


@pytest.mark.parametrize("kind", ["plan", "decisions"])
def test_dates_are_days_that_there_are(kind: str) -> None:
    """Every day from 1890 to 2110, and what is near one; the years in which 29 February is a matter of rule."""
    form = re.compile(schema(kind)["definitions"]["date"]["pattern"])
    for number in range(date(1890, 1, 1).toordinal(), date(2110, 1, 1).toordinal()):
        assert form.search(date.fromordinal(number).isoformat())
    wrong = [
        "2026-02-29",
        "2100-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-01-32",
    ]
    wrong += [
        "0000-01-01",
        "2026/01/01",
        "2026-1-1",
        "20260101",
        "2026-01-01T00:00",
        "２０２６-01-01",
        "2026-W01-1",
        "2026-",
    ]
    assert not [day for day in wrong if form.search(day)]
    assert [bool(form.search(day)) for day in ("2026", "2026-01", "2026-13", "0000")] == [kind == "plan"] * 2 + [
        False
    ] * 2
