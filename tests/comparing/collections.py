"""A small catalogue and codebook for the tests of recognition and scores, made by hand."""

import json
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from plancompare.comparing.grams import Vectors, grams
from plancompare.comparing.theme_words import THEME_ZERO, WEIGHT_ZERO
from plancompare.model import (
    Catalogue,
    Codebook,
    Commitment,
    Gate,
    Label,
    Lexicon,
    Phrases,
    Section,
    Standard,
    Target,
    Theme,
)

THEMES = ("preschool", "staffing", "training")
LEXICON = Lexicon(
    synonyms=(("区管校聘", "县管校聘"), ("交流轮岗", "校际流动")),
    stock=("推进", "改革"),
    gates={
        "stage": Gate(
            Label("stage", "stage"), 12, {"preschool": ("幼儿园",), "primary": ("小学",), "senior": ("高中",)}
        ),
        "audience": Gate(Label("audience", ""), 8, {"teachers": ("教师",), "leaders": ("校长",)}),
        "quantity": Gate(Label("quantity", ""), 5, {"institutions": ("所",), "persons": ("人",)}),
    },
)
CODEBOOK = Codebook(themes=tuple(Theme(name, Label(name, name)) for name in THEMES), lexicon=LEXICON)
ENTRIES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "places": ("preschool", "扩大普惠性幼儿园学位", ("新建普惠性幼儿园", "增加公办幼儿园学位", "扩建普惠园")),
    "quality": ("preschool", "保教质量评估", ("开展幼儿园保教质量评估", "幼儿园办园质量评估")),
    "managed": ("staffing", "县管校聘管理改革", ("教师由学校人变系统人", "推行教师区管校聘", "编制岗位由县级统筹")),
    "rotation": ("staffing", "校长教师交流轮岗", ("校长教师定期交流", "骨干教师到村小交流轮岗")),
    "studios": ("training", "建设名师工作室", ("名师名校长工作室", "培养名师", "名师工作室引领")),
    "courses": ("training", "教师全员培训", ("开展教师全员研修", "五年一周期教师培训")),
}
ALSO: Mapping[str, tuple[str, ...]] = {"rotation": ("training",)}
SECTION = Section("1", "一", "主要任务")


def catalogue(entries: Mapping[str, tuple[str, str, tuple[str, ...]]] = ENTRIES) -> Catalogue:
    """The entries as a catalogue, under a key of their own."""
    standards = {
        id: Standard(id, theme, Label(label, id), also=ALSO.get(id, ())) for id, (theme, label, _) in entries.items()
    }
    phrases = {id: Phrases(wordings) for id, (_, _, wordings) in entries.items()}
    return Catalogue(standards, phrases, {"old-places": "places"}, sha256(repr(entries).encode()).hexdigest())


def learned() -> Vectors:
    """Vectors such as learning gives: each gram points to the entries whose words use it."""
    own = [{gram for text in (label, *wordings) for gram in grams(text)} for _, label, wordings in ENTRIES.values()]
    places = {gram: len(own) * n for n, gram in enumerate(sorted(set().union(*own)))}
    return Vectors(len(own), places, memoryview(bytes(100 * (gram in has) for gram in places for has in own)).cast("b"))


@cache
def seeing() -> Catalogue:
    """The catalogue with these vectors beside it: by it texts of small plans are joined, unsure or apart."""
    vectors = learned()
    table = b64encode(bytes(vectors.table)).decode()
    held = json.dumps({"dims": vectors.dims, "grams": " ".join(vectors.places), "table": table}).encode()
    return catalogue()._replace(learned=lambda name: held if name == "vectors" else b"")


def commitment(plan: str, id: str, text: str, **others: object) -> Commitment:
    """A commitment under no theme, unless ``others`` pins one."""
    return Commitment(plan, id, SECTION, text)._replace(**others)  # type: ignore[arg-type]


def target(unit: str, label: str = "数量", indicator: str = "") -> Target:
    """A figure of five of something."""
    return Target(indicator, "" if indicator else label, ">=", 5, None, None, unit, 2025, None)


def letters(*pairs: tuple[int, int]) -> str:
    """Weights of a gram, each a theme's number and its weight, as the table writes them."""
    return "".join(chr(THEME_ZERO + theme) + chr(WEIGHT_ZERO + weight) for theme, weight in pairs)


# a table of theme words whose outcome can be added up by hand
THEME_WORDS = json.dumps(
    {
        "themes": ["preschool", "staffing"],
        "bias": [0.5, -0.5],
        "scale": 0.1,
        "rest": 3.0,
        "grams": "幼 园 幼园 师",
        "rarity": [10, 20, 40, 15],
        "weights": " ".join([letters((0, 7)), letters((0, -2), (1, 5)), letters((0, 30)), letters((1, 20))]),
    }
)
