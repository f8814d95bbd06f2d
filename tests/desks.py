"""Plans for the writer's desk: ones made by hand, ones drawn at random, invented ones with known outcomes."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from plancompare import load
from plancompare.findings import Location
from plancompare.model import (
    Area,
    Codebook,
    Commitment,
    Corpus,
    Decision,
    Evidence,
    Label,
    Number,
    Op,
    Plan,
    Reading,
    Rulings,
    Section,
    Source,
    Target,
    ids_digest,
)
from tests.support import collection, plan_text

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "tests" / "texts"
THEMES = ("preschool", "staffing", "training", "layout")
WORDS: Mapping[str, Sequence[str]] = {
    "preschool": ("新建普惠性幼儿园若干", "扩建普惠性幼儿园", "开展幼儿园保教质量评估", "办好公办中心园"),
    "staffing": ("推行教师县管校聘改革", "落实教师区管校聘", "校长教师定期交流轮岗", "骨干教师到村小交流"),
    "training": ("实施名师培养工程", "开展教师全员研修", "建设名师工作室", "落实教师区管校聘培训"),
    "layout": ("改造老旧校舍", "改造老旧危房", "改造校舍屋顶", "编制学校布局专项规划"),
}


def target(
    value: Number, unit: str = "%", by: int | None = 2025, measure: str = "inclusive-coverage", op: Op = ">="
) -> Target:
    """A figure; a measure with a hyphen is an indicator of the tests' registry, others are labels."""
    indicator, label = (measure, "") if "-" in measure else ("", measure)
    return Target(indicator, label, op, value, None, None, unit, by, None)


def between(low: Number, high: Number, unit: str, measure: str) -> Target:
    """A figure with two ends."""
    return Target("", measure, "range", None, low, high, unit, 2025, None)


TARGETS = (
    target(90),
    target(85),
    target(95, by=2024),
    target(90, by=2030),
    target(5, measure="large-classes", op="<="),
    target(10, unit="个", measure="工作室", op="="),
    target(6, unit="个", measure="工作室", op="about"),
    target(3, unit="所", measure="工作室", op="="),
    between(5, 10, "个", "工作室"),
    target(1, unit="项", by=2027, measure="实施方案", op="="),
)


def commitment(plan: str, id: str, text: str, theme: str, *targets: Target) -> Commitment:
    """A commitment whose place, words and evidence are its own; a theme is pinned."""
    section = Section(f"s-{theme}", f"（{THEMES.index(theme) + 1}）", f"{theme}一节")
    return Commitment(plan, id, section, text, (Evidence(f"{text}的原文"),), theme, targets=targets)


def plan(
    id: str,
    commitments: Sequence[Commitment] = (),
    reads: Mapping[str, Reading] | None = None,
    not_applicable: Mapping[str, str] | None = None,
    incomplete: int = 0,
) -> Plan:
    """A plan of which the whole text is held, or an excerpt where ``reads`` is given."""
    sections = tuple(dict.fromkeys(c.section for c in commitments))
    source = Source("full" if reads is None else "excerpt", file=f"{id}.txt")
    return Plan(
        id, f"{id}区", f"{id}区规划", Area(f"{id}区"), "", (2021, 2025), {}, "draft", source, reads or {}, sections,
        tuple(commitments), not_applicable or {}, incomplete, {}, file=f"{id}.yaml", at=Location(f"{id}.yaml", 1, 1),
    )  # fmt: skip


@cache
def basis() -> Corpus:
    """The tests' codebook and indicators."""
    with TemporaryDirectory() as folder:
        return load(collection(Path(folder), {"x": plan_text("x", [])}))


def corpus(plans: Sequence[Plan], decisions: Sequence[Decision] = (), codebook: Codebook | None = None) -> Corpus:
    """A collection of these plans."""
    rulings = Rulings(tuple(decisions))
    return basis()._replace(plans=tuple(plans), rulings=rulings, codebook=codebook or basis().codebook)


def same(id: str, *members: str) -> Decision:
    """A ruling that these are one row."""
    return Decision("same", members, id, Label(f"条目{id}", f"row {id}"))


def apart(one: str, other: str) -> Decision:
    """A ruling that these two are not one row."""
    return Decision("different", (one, other))


@st.composite
def plans(draw: st.DrawFn, id: str) -> Plan:
    """Any plan: whole or excerpt, with or without commitments, with lost records, with themes that cannot apply."""
    commitments = []
    for number in range(draw(st.integers(0, 5))):
        theme = draw(st.sampled_from(THEMES))
        made = commitment(id, f"{id}-{number}", draw(st.sampled_from(WORDS[theme])), theme)
        commitments.append(
            made._replace(
                targets=tuple(draw(st.lists(st.sampled_from(TARGETS), max_size=2))),
                strength=draw(st.sampled_from(("binding", "plan", "hedged"))),
                word="力争",
                lead=tuple(draw(st.lists(st.sampled_from(("教委", "财政局")), max_size=1))),
                named=tuple(draw(st.lists(st.just("春苗计划"), max_size=1))),
            )
        )
    readings: tuple[Reading, ...] = ("whole", "part")
    reads = draw(st.none() | st.dictionaries(st.sampled_from(THEMES), st.sampled_from(readings)))
    cannot = draw(st.dictionaries(st.sampled_from(THEMES), st.just("本区没有"), max_size=1))
    return plan(id, commitments, reads, cannot, draw(st.sampled_from((0, 0, 0, 1))))


@st.composite
def corpora(draw: st.DrawFn, ids: str = "abcd") -> Corpus:
    """Any collection of plans called by these letters, with or without a ruling on one row."""
    made = [draw(plans(id)) for id in ids]
    keys = [c.key for one in made for c in one.commitments]
    ruled = len(keys) > 1 and draw(st.booleans())
    members = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=3, unique=True)) if ruled else []
    return corpus(made, [same("ruled", *members)] if members else [])


def invented(folder: Path, *files: str) -> Corpus:
    """Invented plans of tests/texts with the shipped codebook, indicators and catalogue."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("codebook.yaml", "indicators.yaml"):
        copy(ROOT / "plans" / name, folder)
    (folder / "standards").symlink_to(ROOT / "plans" / "standards")
    for file in files:
        copy(TEXTS / file, folder)
    return load(folder)


def small(hostile: str = "") -> Corpus:
    """A draft d with peers a, b, c, a superior plan u and a last plan v; whatever they say begins with ``hostile``.

    Rulings alone make the rows. Missing in d: managed (3 of 3 peers) and studios (1 of 2); near: roofs (1 of 3), of
    which people could not tell whether the windows of d are the same.
    Out of line: places. u is carried once stronger, once not; v is kept, dropped, and silent on layout.
    """

    def say(text: str) -> str:
        return f"{hostile}{text}"

    def made(id: str, text: str, theme: str, *targets: Target) -> Commitment:
        one = commitment(id[0], id, say(text), theme, *(t._replace(label=t.label and say(t.label)) for t in targets))
        section = Section(f"s-{theme}", say(theme), say(f"{theme}一节"))
        return one._replace(
            section=section, evidence=(Evidence(say(f"{id}原文")),), word=say("力争"), named=(say(f"{id}计划"),)
        )

    places = "扩建普惠性幼儿园"
    several = {
        "a": [
            made("a1", "推行教师县管校聘改革", "staffing", target(8, "个", measure="试点")),
            made("a2", places, "preschool", target(95)),
            made("a3", "改造老旧校舍屋顶", "layout"),
        ],
        "b": [
            made("b1", "落实教师区管校聘", "staffing", target(12, "个", measure="试点")),
            made("b2", "建设名师工作室", "training", between(5, 10, "个", "工作室")),
        ],
        "c": [made("c1", "教师由区统一聘用", "staffing"), made("c2", places, "preschool", target(85))],
        "d": [
            made("d1", "新建普惠性幼儿园", "preschool", target(90)),
            made("d2", "改造老旧校舍门窗", "layout"),
            made("d3", "校长轮岗", "staffing")._replace(strength="hedged"),
            made("d4", "新建公办幼儿园", "preschool", target(80)),
        ],
        "u": [made("u1", places, "preschool", target(85)), made("u2", "编制布局专项规划", "layout")],
        "v": [made("v1", places, "preschool", target(90)), made("v2", "开展教师全员研修", "training")],
    }
    partly: Mapping[str, Mapping[str, Reading]] = {
        "c": {"staffing": "whole", "layout": "whole"}, "v": {"staffing": "whole", "preschool": "whole"},
    }  # fmt: skip
    held = [
        plan(id, own, partly.get(id))._replace(
            name=say(id), title=say(id), issuer=say(id), dates={"written": "2025-01-02"}
        )
        for id, own in several.items()
    ]
    rulings = [
        same("managed", "a/a1", "b/b1", "c/c1"),
        same("places", "a/a2", "c/c2", "d/d1", "u/u1", "v/v1"),
        Decision("unsure", ("a/a3", "d/d2")),
    ]
    named = [
        d._replace(label=d.label and Label(say(d.id), say(d.id)), reason=say("理由"), who=say("某")) for d in rulings
    ]
    known = basis()
    themes = tuple(t._replace(label=Label(say(t.label.zh), say(t.label.en))) for t in known.codebook.themes)
    indicators = {
        id: indicator._replace(label=Label(say(indicator.label.zh), say(indicator.label.en)))
        for id, indicator in known.indicators.items()
    }
    reviewed = {one.id: ids_digest(one) for one in held}
    return corpus(held, [], known.codebook._replace(themes=themes))._replace(
        rulings=Rulings(tuple(named), reviewed), indicators=indicators
    )
