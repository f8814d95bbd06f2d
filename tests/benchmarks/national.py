"""National collections made up for measuring: as many plans as wanted, with the true rows known.

    python -m tests.benchmarks.national 300 FOLDER [--codes 0.9] [--seed 1]

writes one YAML file a plan and `truth.tsv` (commitment, row). A plan is written by an invented province, city or
district for one of two periods. Most of what it promises are standards of the shipped catalogue, the usual ones more
often, in a wording of the catalogue that has been changed as drafters change it: other words for the same, clauses in
another order, other figures, something added, stock phrases around it. The rest is in no standard: local projects, each
shared by a few plans. What a plan says depends on the seed and on the plan's number alone, so that a collection of 50
is the beginning of one of 300.

Nothing here looks at how the program compares: a row is true because its members were made from the same promise.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from plancompare.model import Codebook, Phrases, Standard
from plancompare.reading.collection import shipped, vocabulary

COMMITMENTS = 150  # a plan
OUTSIDE = 0.12  # of them, in no standard
FIGURES = 0.3  # of them, have a figure as a target
PERIODS = ((2016, 2020), (2021, 2025))
CITIES, DISTRICTS = 12, 9  # cities a province has, districts a city has, about as in life
SHARED_BY = 40  # plans among which local projects go round
_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff，、。（）《》“”；0-9A-Za-z%]*\Z")  # no quotes needed in YAML
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NAMES = "安宁泰和清平永兴昌隆德厚文明武康丰顺嘉庆云岭江河湖海石林松柏桃柳春秋东西南北"
_LEADS = ("进一步", "大力", "全面", "着力", "积极", "持续", "到规划期末，", "各乡镇要", "以片区为单位，")
_TAILS = ("，形成长效机制", "，纳入年度考核", "，覆盖城乡", "，分步实施", "，由专班推进", "，确保落到实处")
_DOES = ("建设", "举办", "编写", "设立", "修缮", "组织", "开放", "试办")
_WHERE = ("老城片区", "开发新区", "沿江带", "北部山乡", "古镇", "工业园", "移民安置点", "大学城")
_WHAT = (
    "非遗工坊",
    "观鸟课堂",
    "戏曲社",
    "航模基地",
    "校史长廊",
    "农耕园",
    "天文台",
    "河湖志愿队",
    "方言童谣集",
    "冰雪场",
)


class Promise(NamedTuple):
    """One commitment as it will be written, and the true row that it is of; ``code`` is what a coder would give it."""

    row: str
    text: str
    code: str
    theme: str
    figure: int


class Made(NamedTuple):
    """A plan in YAML, and the true row of each of its commitments by key."""

    id: str
    yaml: str
    rows: Mapping[str, str]


class Nation:
    """Plans by number, from 0 on; ``seed`` chooses another nation."""

    def __init__(self, seed: int = 1, codes: float = 0.0) -> None:
        """``codes`` is the share of commitments that a person coded (0-1)."""
        self.seed, self.codes = seed, codes
        codebook, _, catalogue, _ = vocabulary(shipped())
        self.codebook: Codebook = codebook
        self.standards: Sequence[Standard] = list(catalogue.standards.values())
        self.phrases: Mapping[str, Phrases] = catalogue.phrases

    @cached_property
    def _popularity(self) -> Sequence[float]:
        """Cumulated weights of the standards: a few are in nearly every plan, most in some (Zipf's law, softened)."""
        order = list(range(len(self.standards)))
        Random(f"{self.seed} popularity").shuffle(order)
        return list(accumulate(1 / (8 + rank) ** 0.7 for rank in order))

    @cached_property
    def _others(self) -> Mapping[str, Sequence[str]]:
        """Word -> other words for the same."""
        return {word: [w for w in group if w != word] for group in self.codebook.lexicon.synonyms for word in group}

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(map(re.escape, self._others), key=lambda word: (-len(word), word))))

    def plan(self, number: int) -> Made:
        """The plan with this number."""
        random = Random(f"{self.seed} plan {number}")
        promises = sorted(self._promises(number, random), key=lambda promise: promise.theme)
        id = f"p{number:05d}"
        lines, rows, theme = [*self._head(id, number)], {}, ""
        for place, promise in enumerate(promises, 1):
            if promise.theme != theme:
                theme = promise.theme
                label = next(t.label.zh for t in self.codebook.themes if t.id == theme)
                lines += [f"- id: {theme}", f"  path: {place}", f"  heading: {_scalar(label)}", "  commitments:"]
            lines += self._record(f"{id}-{place:03d}", promise, number, random)
            rows[f"{id}/{id}-{place:03d}"] = promise.row
        return Made(id, "\n".join(lines) + "\n", rows)

    def _head(self, id: str, number: int) -> Iterator[str]:
        level, area, code, (first, last) = _area(number)
        yield f"id: {id}"
        yield f"name: {area}{first % 100}"
        yield f"title: {area}教育事业发展规划（{first}—{last}年）"
        yield f"area: {{name: {area}, level: {level}{code}}}"
        yield f"period: {{from: {first}, to: {last}}}"
        yield "status: adopted"
        yield "source: {extent: full, file: invented.txt}"
        yield "sections:"

    def _promises(self, number: int, random: Random) -> Iterator[Promise]:
        """Each standard once a plan; local projects from a pool that some plans have in common."""
        outside = round(COMMITMENTS * OUTSIDE)
        chosen: dict[int, None] = {}
        while len(chosen) < min(COMMITMENTS - outside, len(self.standards)):
            chosen[random.choices(range(len(self.standards)), cum_weights=self._popularity)[0]] = None
        for index in chosen:
            standard = self.standards[index]
            wording = random.choice(self.phrases[standard.id].wordings)
            text, figure = self.mutated(wording, random)
            yield Promise(standard.id, text, standard.id, standard.theme, figure)
        circle = number // SHARED_BY
        for project in random.sample(range(4 * outside), outside):
            of_all = Random(f"{self.seed} project {circle} {project}")
            words = "".join(of_all.choice(choice) for choice in (_DOES, _WHERE, _WHAT)) + f"{of_all.randint(2, 60)}处"
            theme = of_all.choice(self.codebook.ids)
            text, figure = self.mutated(words, random)
            yield Promise(f"local-{circle}-{project}", text, "none", theme, figure)

    def mutated(self, wording: str, random: Random) -> tuple[str, int]:
        """The wording as another drafter would put it, and a figure that goes with it (0: none)."""
        text = wording
        if random.random() < 0.5:
            text = self._words.sub(lambda word: random.choice(self._others[word[0]]), text)
        if random.random() < 0.3:
            clauses = text.split("，")
            random.shuffle(clauses)
            text = "，".join(clauses)
        if random.random() < 0.6:
            text = _NUMBER.sub(lambda figure: _near(figure[0], random), text)
        if random.random() < 0.4:
            text = random.choice(_LEADS) + text
        if random.random() < 0.4:
            text += random.choice(_TAILS)
        return text, random.randint(1, 100) if random.random() < FIGURES else 0

    def _record(self, id: str, promise: Promise, number: int, random: Random) -> Iterator[str]:
        start = random.randint(0, max(0, len(promise.text) - 12))
        yield f"  - id: {id}"
        yield f"    text: {_scalar(promise.text)}"
        if random.random() < self.codes:
            yield f"    standard: {promise.code}"
        yield f"    evidence: {_scalar(promise.text[start : start + random.randint(6, 24)])}"
        if promise.figure:
            unit = random.choice(("'%'", "所", "人", "万元"))
            yield f"    targets: [{{label: 数量, op: '>=', value: {promise.figure}, unit: {unit}, by: {_due(number)}}}]"


def _area(number: int) -> tuple[str, str, str, tuple[int, int]]:
    """Level, name, code and period of the plan with this number: an area has two plans, one after the other.

    A code has two digits for each of province, city and district; provinces beyond the ninetieth have none.
    """
    area, period = divmod(number, 2)
    province, rest = divmod(area, 1 + CITIES * (1 + DISTRICTS))
    city, district = divmod(rest - 1, 1 + DISTRICTS) if rest else (-1, 0)
    name = _named(province, "province") + "省"
    code = f", code: '{10 + province}{city + 1:02d}{district:02d}'" if province < 90 else ""
    if rest == 0:
        return "province", name, code, PERIODS[period]
    name += _named(city, f"city of {province}") + "市"
    if district == 0:
        return "city", name, code, PERIODS[period]
    return "district", name + _named(district, f"district of {province} {city}") + "区", code, PERIODS[period]


def _named(number: int, of: str) -> str:
    """Two characters, for areas side by side never the same."""
    pairs = [one + other for one in _NAMES for other in _NAMES if one != other]
    Random(of.split(" of ")[0]).shuffle(pairs)
    return pairs[(number + 7 * len(of)) % len(pairs)]


def _due(number: int) -> int:
    return PERIODS[number % 2][1]


def _near(figure: str, random: Random) -> str:
    """Another number of about the size."""
    value = float(figure)
    if 1900 < value < 2100:
        return figure
    changed = value * random.choice((0.5, 0.8, 0.9, 1.1, 1.25, 1.5, 2))
    return f"{max(1, round(changed))}"


def _scalar(text: str) -> str:
    """The text as YAML: plain where that is safe, else in quotes."""
    return text if _PLAIN.match(text) else json.dumps(text, ensure_ascii=False)


def write(folder: Path, plans: int, codes: float = 0.0, seed: int = 1) -> None:
    """Write so many plans into a folder, and the truth beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    nation = Nation(seed, codes)
    with (folder / "truth.tsv").open("w", encoding="utf-8") as truth:
        for number in range(plans):
            made = nation.plan(number)
            (folder / f"{made.id}.yaml").write_text(made.yaml, encoding="utf-8")
            truth.writelines(f"{key}\t{row}\n" for key, row in made.rows.items())


def main() -> None:
    """Write a collection."""
    parser = argparse.ArgumentParser(description="Write an invented national collection.")
    parser.add_argument("plans", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codes", type=float, default=0.0, help="share of commitments that a person coded (0-1)")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.plans, asked.codes, asked.seed)


if __name__ == "__main__":
    main()
