from collections.abc import Mapping

import pytest

from plancompare.messages import Message
from plancompare.reading.keywords import Fault, Path
from plancompare.reading.nodes import ListNode, MapNode, Node, Spot, read_document
from plancompare.reading.prune import prune
from plancompare.reading.shape import faults, required_keys, rigid_lists


def pruned(text: str, name: str = "plan") -> tuple[Node | None, set[Path]]:
    root = read_document(text.encode(), "f").root
    assert root is not None
    kept, gone = prune(root, faults(root, Spot(), name), required_keys(name), rigid_lists(name))
    return kept, set(gone)


def plan(*commitments: str) -> str:
    rows = "".join(f"  - {{{commitment}}}\n" for commitment in commitments)
    return f"id: a\nname: A\nsections:\n- heading: 任务\n  commitments:\n{rows}"


def commitments(*found: Mapping[str, object]) -> dict[str, object]:
    return {"id": "a", "name": "A", "sections": [{"heading": "任务", "commitments": list(found)}]}


HERE: Path = ("sections", 0, "commitments", 0)
SOUND: dict[str, object] = {"id": "a-2", "text": "乙"}
RECORDS: list[tuple[str, set[Path], list[dict[str, object]]]] = [
    ("id: a-1, text: 甲", set(), [{"id": "a-1", "text": "甲"}]),
    ("id: a-1, txt: 甲", {HERE}, []),
    ("text: 甲", {HERE}, []),
    ("id: '!', text: 甲", {HERE}, []),
    ("id: a-1, text: 5", {HERE}, []),
    ("id: a-1, text: 甲, strength: firm", {(*HERE, "strength")}, [{"id": "a-1", "text": "甲"}]),
    ("id: a-1, text: 甲, colour: red", {(*HERE, "colour")}, [{"id": "a-1", "text": "甲"}]),
    ("id: a-1, text: 甲, also: [b, '!']", {(*HERE, "also", 1)}, [{"id": "a-1", "text": "甲", "also": ["b"]}]),
    (
        "id: a-1, text: 甲, targets: [{op: '='}, {op: '=>'}, {value: 3}, {op: '<', value: x}]",
        {(*HERE, "targets", 1), (*HERE, "targets", 2), (*HERE, "targets", 3, "value")},
        [{"id": "a-1", "text": "甲", "targets": [{"op": "="}, {"op": "<"}]}],
    ),
    ("id: a-1, text: '', also: [1, '!'], targets: [{}]", {HERE}, []),
]


@pytest.mark.parametrize(("record", "gone", "kept"), RECORDS)
def test_the_least_that_can_go_goes(record: str, gone: set[Path], kept: list[dict[str, object]]) -> None:
    assert pruned(plan(record, "id: a-2, text: 乙")) == (commitments(*kept, SOUND), gone)


def test_many_faulty_neighbours_go_and_the_sound_stay() -> None:
    rows = [f"id: a-{n}, text: 甲" if n % 3 else f"id: a-{n}" for n in range(12)]
    kept, gone = pruned(plan(*rows))
    assert kept == commitments(*({"id": f"a-{n}", "text": "甲"} for n in range(12) if n % 3))
    assert gone == {("sections", 0, "commitments", n) for n in range(0, 12, 3)}


def test_places_stay_beside_their_items() -> None:
    kept, _ = pruned(plan("id: a-1", "id: a-2, text: 乙", "id: a-3", "id: a-4, text: 丁"))
    assert isinstance(kept, MapNode)
    items = kept["sections"][0]["commitments"]
    assert isinstance(items, ListNode)
    assert [place.line + 1 for place in items.places] == [7, 9]


def test_a_section_without_heading_goes_with_what_it_holds() -> None:
    kept, gone = pruned("id: a\nname: A\nsections:\n- {commitments: [{id: b}]}\n- {heading: x}\n")
    assert (kept, gone) == ({"id": "a", "name": "A", "sections": [{"heading": "x"}]}, {("sections", 0)})


@pytest.mark.parametrize("text", ["name: A\nsections: []\n", "id: a\nname: A\nsections: 3\n", "[a]", "a", "id: [a]\n"])
def test_a_root_that_cannot_be_used_gives_nothing(text: str) -> None:
    assert pruned(text) == (None, set())


def test_what_is_only_too_long_stays() -> None:
    record = f"id: a-1, text: 甲, evidence: {'好' * 25}"
    assert pruned(plan(record)) == (commitments({"id": "a-1", "text": "甲", "evidence": "好" * 25}), set())


def test_without_faults_nothing_changes() -> None:
    root = read_document(b"a: [b, {c: d}]\n", "f").root
    assert root is not None
    assert prune(root, [], {}) == ({"a": ["b", {"c": "d"}]}, ())


def test_a_list_that_needs_nothing_loses_only_the_faulty_value() -> None:
    root = read_document(b"list:\n- {a: 1, b: 2}\n", "f").root
    assert root is not None
    wrong = [Fault(("list", 0, "a"), Spot(), Message("no"))]
    assert prune(root, wrong, {"": frozenset(), "list": frozenset()}) == ({"list": [{"b": "2"}]}, (("list", 0, "a"),))


def test_the_keys_that_items_need_are_read_from_the_schema() -> None:
    needed = required_keys("plan")
    assert needed[""] == {"id", "name", "sections"}
    assert needed["sections"] == {"heading"}
    assert needed["commitments"] == {"id", "text"}
    assert needed["targets"] == {"op"}
    assert required_keys("codebook")["themes"] == {"id", "label"}


NESTED: list[tuple[str, str, Path]] = [
    ("plan", "id: a\nname: A\nperiod: {from: 2021, to: x}\nsections: []\n", ("period",)),
    ("plan", plan("id: a-1, text: 甲, evidence: {quote: '', prefix: 乙}"), (*HERE, "evidence")),
    ("plan", plan("id: a-1, text: 甲, evidence: [乙, {quote: ''}]"), (*HERE, "evidence", 1)),
    (
        "plan",
        plan("id: a-1, text: 甲, targets: [{op: '=', value: 3, baseline: {value: x, year: 2020}}]"),
        (*HERE, "targets", 0, "baseline"),
    ),
    ("codebook", "themes:\n- {id: a, label: {zh: 甲, en: ''}}\n", ("themes", 0)),
    ("decisions", "decisions:\n- {id: r, same: 5}\n", ("decisions", 0)),
    ("decisions", "decisions:\n- {id: '!', same: [a/1, b/1]}\n", ("decisions", 0, "id")),
    ("decisions", "decisions:\n- {id: r, same: [a/1], label: {zh: '', en: x}}\n", ("decisions", 0, "label")),
]


@pytest.mark.parametrize(("name", "text", "gone"), NESTED)
def test_a_mapping_goes_when_a_value_that_it_needs_is_faulty(name: str, text: str, gone: Path) -> None:
    assert pruned(text, name)[1] == {gone}


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        ("decisions", "decisions:\n- {different: [a/1, b]}\n", ("decisions", 0)),
        ("codebook", "themes: []\nlexicon: {synonyms: [[甲乙, 丙]]}\n", ("lexicon", "synonyms", 0)),
    ],
)
def test_a_list_goes_when_too_few_items_are_left(name: str, text: str, gone: Path) -> None:
    assert pruned(text, name)[1] == {gone}
