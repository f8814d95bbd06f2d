import copy
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from plancompare import checks, load
from plancompare.comparing.coding import Coder
from plancompare.findings import Finding
from plancompare.model import Corpus
from plancompare.reading import places
from plancompare.reading.nodes import Document, read_document
from tests.support import CODEBOOK, INDICATORS, collection, plan_text, run

FULL = "source: {extent: full, file: x.txt}"
EXCERPT = "source: {extent: excerpt, file: x.txt}"
SOUND = "id: e-1, text: 新建幼儿园, evidence: 新建幼儿园"
OTHER = "id: e-2, text: 开展教师培训, evidence: 教师培训"
# A deadline of 2025 for 3 kindergartens, with room for one more key
TARGET = "id: e-1, text: 新建3所幼儿园, evidence: 新建, targets: [{{{}}}]"
SOUND_TARGET = "label: 园, op: '>=', value: 3, unit: 所, by: 2025"
RATE = "indicator: inclusive-coverage, op: '>=', value: 90, unit: '%'"


class Case(NamedTuple):
    """A collection, and where a rule speaks in it: the file, the text that stands there, and what it says.

    A stroke in the text (``theme: |lay``) is the place itself, else the text begins there.
    """

    records: Sequence[str] = (SOUND,)
    head: str = FULL
    codebook: str = CODEBOOK
    indicators: str = INDICATORS
    decisions: str = "decisions: []\n"
    places: Sequence[tuple[str, str]] = ()
    says: str = ""
    plan: str = ""
    standards: str = ""

    def texts(self) -> dict[str, str]:
        plan = self.plan or plan_text("east", self.records, self.head)
        parts = {"codebook": self.codebook, "indicators": self.indicators, "decisions": self.decisions}
        catalogue = {"standards/layout": self.standards} if self.standards else {}
        return {"east": plan, **parts, **catalogue}

    def found(self, folder: Path, rule: str) -> list[Finding]:
        texts = self.texts()
        corpus = load(collection(folder, {"east": texts.pop("east")}, **texts))
        assert corpus.findings == ()
        return [finding for finding in checks.run(corpus, [rule]) if finding.check == rule]

    def expected(self) -> list[str]:
        """`file:line:col`, found by looking for the text, not by parsing."""
        found = []
        for file, words in self.places:
            around, _, behind = words.rpartition("|")
            before = self.texts()[file].split(around + behind)[0] + around if words else ""
            spot = f":{before.count(chr(10)) + 1}:{len(before.rpartition(chr(10))[2]) + 1}"
            found.append(f"{file}.yaml{spot if words != 'FILE' else ''}")
        return found


def records(*found: str, at: str, says: str) -> Case:
    return Case(found, places=[("east", at)], says=says)


def target(inside: str, says: str, at: str) -> Case:
    return Case([TARGET.format(inside)], places=[("east", at)], says=says)


def heads(head: str, says: str, at: str = "") -> Case:
    return Case(head=head, places=[("east", at)], says=says)


def rulings(decisions: str, at: str, says: str) -> Case:
    return Case([SOUND, OTHER], decisions=f"decisions:\n{decisions}", places=[("decisions", at)], says=says)


def coded(codebook: str, at: str, says: str) -> Case:
    return Case(codebook=codebook, places=[("codebook", at)], says=says)


def above(*benchmarks: str) -> str:
    """The registry with these benchmarks on its first indicator, where more is more."""
    told = "".join(f"  - {{{inside}, source: 某规划}}\n" for inside in benchmarks)
    return INDICATORS.replace("direction: higher\n", f"direction: higher\n  benchmarks:\n{told}")


def entry(id: str, wordings: Sequence[str] = ("新建图书馆",), more: str = "") -> str:
    told = ", ".join(wordings)
    return f"- {{id: {id}, {more}label: {{zh: {id}, en: {id}}}, definition: 甲, wordings: [{told}]}}\n"


def catalogue(*entries: str, theme: str = "layout") -> str:
    return f"theme: {theme}\nstandards:\n{''.join(entries)}"


def wrong(standards: str, at: str, says: str) -> Case:
    """A case in which an entry of the catalogue is at fault."""
    return Case(standards=standards, places=[("standards/layout", at)], says=says)


LIBRARY = catalogue(entry("libraries", more="aliases: [reading-rooms], "))
TWIN = entry("gyms")
CODED = "id: e-1, text: 新建图书馆, evidence: 新建图书馆, theme: layout, standard: {}"
STRAYS = ("扩建图书馆", "举办运动会", "举办球类运动会")
GAMES = ("举办全民运动会", "举办冬季运动会", "举办运动会和球类比赛", "每年举办运动会")
GOAL = "op: '>=', value: 85, year: 2025, level: national"
TWICE = CODEBOOK.replace("lexicon:", "- id: layout\n  label: {zh: 又一个, en: Again}\nlexicon:")
SHARED_NAME = INDICATORS.replace("direction: lower", "direction: lower\n  aliases: [普惠率]")
SAME = "- {id: r, same: [east/e-1, east/e-2]}\n"
FIRES: dict[str, list[Case]] = {
    "ambiguous-catalogue": [
        wrong(LIBRARY + entry("reading-rooms"), "[|reading-rooms", "alias reading-rooms is the id of an entry"),
        wrong(
            LIBRARY + entry("gyms", more="aliases: [reading-rooms], "),
            "{id: gyms, aliases: [|reading",
            "alias reading-rooms is one of libraries, too",
        ),
        Case(
            [CODED.format("libraries"), OTHER],
            decisions="decisions:\n- {id: gyms, same: [east/e-1, east/e-2]}\n",
            standards=LIBRARY + entry("gyms", ["新建体育馆"]),
            places=[("decisions", "gyms")],
            says="row gyms: its id is that of a standard that none of its members is coded as",
        ),
    ],
    "renamed-standard": [
        Case(
            [CODED.format("reading-rooms")],
            standards=LIBRARY,
            places=[("east", "standard: |reading-rooms")],
            says="standard reading-rooms is now called libraries",
        )
    ],
    "shared-wording": [wrong(LIBRARY + TWIN, TWIN.replace("[新建", "[|新建"), '"新建图书馆" stands in libraries, too')],
    "standard-theme": [
        Case(
            [CODED.format("libraries").replace("layout", "training")],
            standards=LIBRARY,
            places=[("east", "standard: |libraries")],
            says="is filed under training, its standard libraries under layout",
        )
    ],
    "stray-wording": [
        wrong(
            catalogue(entry("libraries", ("新建图书馆", *STRAYS)), entry("games", GAMES)),
            "{id: libraries",
            "its wordings are taken for games: 举办运动会; 举办球类运动会",
        )
    ],
    "thin-standard": [wrong(LIBRARY, "{id: libraries", "has 1 wordings; give it 12 or more")],
    "uncoded-commitment": [
        Case([SOUND, OTHER], standards=LIBRARY, places=[("east", "")], says="2 of 2 commitments are not coded (e-1,")
    ],
    "unknown-standard": [
        Case(
            [CODED.format("libaries")],
            standards=LIBRARY,
            places=[("east", "standard: |libaries")],
            says='no standard "libaries" in the catalogue; did you mean "libraries"?',
        )
    ],
    "ambiguous-codebook": [
        coded(TWICE, "id: |layout\n  label: {zh: 又", 'theme id "layout" is used 2 times'),
        coded(
            CODEBOOK.replace("- [交流轮岗, 校际流动]", "- [交流轮岗, 县管校聘]"),
            "FILE",
            'lexicon, synonyms: "县管校聘" stands in 2 groups',
        ),
        Case(
            indicators=SHARED_NAME,
            places=[("indicators", "direction: lower\n  aliases: [|普惠率")],
            says='"普惠率" also names inclusive-coverage',
        ),
    ],
    "benchmark-sense": [
        Case(
            indicators=above(GOAL, GOAL.replace("85", "80")),
            places=[("indicators", "{op: '>=', value: 80")],
            says="benchmark >=80 of 2025: the same level and year as >=85",
        ),
        Case(
            indicators=above(GOAL.replace(">=", "<")),
            places=[("indicators", "op: |'<'")],
            says='"<" looks the wrong way; higher is more ambitious',
        ),
        Case(
            indicators=INDICATORS + f"  benchmarks: [{{{GOAL}, source: 某规划}}]\n",
            places=[("indicators", "op: |'>='")],
            says="lower is more ambitious",
        ),
    ],
    "contradictory-decision": [
        rulings(SAME + "- {id: s, same: [east/e-2]}\n", "{id: s, same: [|east", "east/e-2 is in row s and in row r"),
        rulings(SAME + "- {id: r, same: [east/e-1]}\n", "{id: |r, same: [east/e-1]}", 'row id "r" is used twice'),
        rulings(SAME + "- {different: [east/e-1, east/e-2]}\n", "different", "are ruled different, but row r holds"),
        rulings(
            SAME + "- {different: [east/e-0, east/e-1, east/e-2]}\n",
            "different",
            "east/e-1 and east/e-2 are ruled different, but row r holds",
        ),
    ],
    "decision-members": [
        rulings("- {id: r, same: [east/e-11]}\n", "east/e-11", 'no commitment "east/e-11"; did you mean "east/e-1"?'),
        rulings("- {id: r, same: [east/e-1], hashes: {zzz/9: ab}}\n", "zzz/9", 'no commitment "zzz/9"'),
        rulings(
            "- {id: r, same: [east/e-1], not_applicable: {eastt: 无}}\n",
            "eastt",
            'no plan "eastt"; did you mean "east"?',
        ),
    ],
    "excerpt-reads": [
        heads(f"{FULL}\nreads: {{preschool: whole}}", "a full text covers every theme", "reads:"),
        heads(EXCERPT, "an excerpt without reads"),
        Case(
            [f"{SOUND}, theme: layout"],
            f"{EXCERPT}\nreads: {{preschool: whole}}",
            places=[("east", "reads:")],
            says="has commitments on layout, which reads does not list",
        ),
    ],
    "figure-without-target": [
        records("id: e-1, text: 新建3所幼儿园, evidence: 新建", at="新建3所", says="commitment e-1: says 3 but"),
        records("id: e-1, text: 达到９０％, evidence: 达到", at="达到９", says="says 90% but has no target"),
    ],
    "hedged-word": [
        records(f"{SOUND}, strength: binding, word: 力争", at="力争", says='"力争" is hedged in the codebook'),
        records(f"{SOUND}, word: 确保", at="确保", says="is binding in the codebook, the record says plan"),
    ],
    "no-evidence": [records("id: e-1, text: 新建幼儿园", at="{id: e-1", says="commitment e-1: has no evidence")],
    "shared-evidence": [
        records(SOUND, "id: e-2, text: 扩建, evidence: [新建幼儿园]", at="新建幼儿园]", says="shares its phrase with")
    ],
    "sparse-metadata": [
        Case(plan=f"id: east\nname: 东\nsections: [{{heading: 一, commitments: [{{{SOUND}}}]}}]\n",
             places=[("east", "")], says="gives no title, area, period, source"),
        Case([], places=[("east", "sections:")], says="holds no commitments"),
        Case(plan=plan_text("east", [SOUND]).replace("from: 2021", "from: 2026"), places=[("east", "to: |2025")],
             says="its period ends (2025) before it begins (2026)"),
    ],
    "target-sense": [
        target("op: '=', value: 3", "the target says not what is counted", "{op: '='"),
        target("label: 园, op: range, min: 3", "a range needs min and max", "range"),
        target("label: 园, op: range, min: 3, max: 2", "min 3 is above max 2", "min: |3"),
        target("label: 园, op: '='", "op = needs a value", "op: |'='"),
        target(RATE.replace("'%'", "所"), 'unit "所" is not that of inclusive-coverage ("%")', "unit: |所"),
        target("label: 率, op: '=', value: -1, unit: '%'", "-1 % cannot be", "value: |-1"),
        target(SOUND_TARGET.replace("2025", "2020"), "the year 2020 lies outside the plan's period", "by: |2020"),
        target(SOUND_TARGET.replace("2025", "2056"), "the year 2056 lies outside the plan's period", "by: |2056"),
        target(SOUND_TARGET + ", baseline: {value: 1, year: 2025}", "the baseline (2025) is not before", "{value: 1"),
    ],
    "two-numbers": [
        records("id: e-1, text: 新建3所扩建5所, evidence: 新建", at="新建3", says="holds 2 figures (3, 5); split it")
    ],
    "stale-decision": [
        rulings('- {id: r, same: [east/e-1], hashes: {east/e-1: "00000000"}}\n', "{id: r", "r is stale: east/e-1")
    ],
    "two-promises": [
        records("id: e-1, text: 建成幼儿园，实施培训, evidence: 新建", at="建成幼", says="may hold 2 promises")
    ],
    "unknown-indicator": [
        target(
            RATE.replace("coverage", "coverge"),
            'no indicator "inclusive-coverge" is registered; did you mean "inclusive-coverage"?',
            "inclusive-coverge",
        )
    ],
    "unknown-theme": [
        records(f"{SOUND}, theme: prescool", at="prescool", says='no theme "prescool" in the codebook; did you mean'),
        records(f"{SOUND}, also: [zzz]", at="zzz", says='no theme "zzz" in the codebook'),
        heads(f"{EXCERPT}\nreads: {{layuot: whole}}", 'no theme "layuot" in the codebook; did you mean', "layuot"),
        heads(f"{FULL}\nnot_applicable: {{zzz: 无}}", 'no theme "zzz" in the codebook', "zzz"),
        Case(plan=plan_text("east", [SOUND]).replace("  path:", "  theme: zzz\n  path:"), places=[("east", "zzz")],
             says='section 1: no theme "zzz"'),
        wrong(catalogue(entry("libraries"), theme="zzz"), "{id: libraries", 'standard libraries: no theme "zzz"'),
        coded(CODEBOOK.replace("[layout]", "[zzz]"), "zzz", 'theme preschool, near: no theme "zzz"'),
    ],
}  # fmt: skip
DECIDED = "decisions:\n- {id: r, same: [east/e-1]}\n- {different: [east/e-1, east/e-2]}\n"
APART = "decisions:\n- {different: [east/e-1, east/e-2]}\n"
READ = f"{EXCERPT}\nreads: {{preschool: whole, layout: part}}"
SILENT: dict[str, list[Case]] = {
    "ambiguous-catalogue": [
        Case(),
        Case(standards=LIBRARY + entry("gyms")),
        Case(
            [CODED.format("libraries"), OTHER],
            decisions="decisions:\n- {id: libraries, same: [east/e-1, east/e-2]}\n",
            standards=LIBRARY,
        ),
    ],
    "renamed-standard": [Case([CODED.format("libraries")], standards=LIBRARY)],
    "shared-wording": [Case(standards=LIBRARY + entry("gyms", ["新建体育馆"]))],
    "standard-theme": [
        Case([CODED.format("libraries")], standards=LIBRARY),
        Case(
            [CODED.format("libraries, also: [layout]").replace("theme: layout", "theme: training")], standards=LIBRARY
        ),
    ],
    "stray-wording": [Case(standards=catalogue(entry("libraries", ["新建图书馆"]), entry("games", GAMES)))],
    "thin-standard": [
        Case(standards=catalogue(entry("libraries", [f"图书馆{n}" for n in "甲乙丙丁戊己庚辛壬癸子丑"])))
    ],
    "uncoded-commitment": [Case(), Case([CODED.format("none")], standards=LIBRARY)],
    "unknown-standard": [
        Case([CODED.format(code)], standards=LIBRARY) for code in ("libraries", "reading-rooms", "none")
    ],
    "ambiguous-codebook": [Case()],
    "benchmark-sense": [
        Case(),
        Case(indicators=above(GOAL, GOAL.replace("2025", "2030"), GOAL.replace("national", "county"))),
        Case(indicators=INDICATORS + f"  benchmarks: [{{{GOAL.replace('>=', '<=')}, source: 某规划}}]\n"),
    ],
    "contradictory-decision": [Case([SOUND, OTHER], decisions=DECIDED), Case([SOUND, OTHER], decisions=APART)],
    "decision-members": [Case([SOUND, OTHER], decisions=DECIDED)],
    "excerpt-reads": [Case(), Case([f"{SOUND}, theme: layout"], READ)],
    "figure-without-target": [
        Case([TARGET.format(SOUND_TARGET)]),
        *(
            Case([f"id: e-1, text: {text}, evidence: 甲"])
            for text in ("2025年建成", "实施“361”计划", "1+X证书和5G校园", "办好第12中学")
        ),
    ],
    "hedged-word": [Case([f"{SOUND}, strength: binding, word: 确保"]), Case([f"{SOUND}, word: 鼓励"])],
    "no-evidence": [Case()],
    "shared-evidence": [
        Case([SOUND, OTHER]),
        Case([SOUND, "id: e-2, text: 扩建, evidence: {quote: 新建幼儿园, suffix: 三所}"]),
        Case(["id: e-1, text: 新建, evidence: [新建, 新建]"]),
    ],
    "sparse-metadata": [Case()],
    "target-sense": [
        *(Case([TARGET.format(inside)]) for inside in (SOUND_TARGET, RATE, SOUND_TARGET.replace("2025", "2055"))),
        Case([TARGET.format("label: 园, op: range, min: 3, max: 3, baseline: {value: 1, year: 2020}")]),
    ],
    "stale-decision": [Case([SOUND, OTHER], decisions=DECIDED)],
    "two-promises": [Case(["id: e-1, text: 建成幼儿园，方便入园, evidence: 新建"])],
    "two-numbers": [Case([TARGET.format(SOUND_TARGET)]), Case(["id: e-1, text: 新建3至5所, evidence: 新建"])],
    "unknown-indicator": [Case([TARGET.format(RATE)]), Case([TARGET.format(SOUND_TARGET)])],
    "unknown-theme": [Case([f"{SOUND}, theme: preschool, also: [layout]"], READ)],
}


def test_every_rule_has_a_case_that_fires_and_one_that_stays_silent() -> None:
    assert set(FIRES) == set(SILENT) == set(checks.CHECKS)
    assert all([*FIRES.values(), *SILENT.values()])


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in FIRES.items() for case in cases])
def test_a_rule_fires_at_the_exact_place(rule: str, case: Case, tmp_path: Path) -> None:
    found = case.found(tmp_path, rule)
    assert [str(finding.at).removeprefix(f"{tmp_path}/") for finding in found] == case.expected()
    assert [finding.level for finding in found] == [checks.CHECKS[rule].LEVEL]
    assert case.says in found[0].message


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in SILENT.items() for case in cases])
def test_a_rule_stays_silent_where_all_is_well(rule: str, case: Case, tmp_path: Path) -> None:
    assert case.found(tmp_path, rule) == []


def test_every_rule_says_why_it_matters_what_it_asks_and_how_grave_it_is() -> None:
    mute = [name for name, rule in checks.CHECKS.items() if not (rule.__doc__ and rule.check.__doc__)]
    odd = [name for name, rule in checks.CHECKS.items() if rule.LEVEL not in ("error", "warning", "hint")]
    assert (mute, odd) == ([], [])


WAIVED = "id: e-1, text: 新建幼儿园, waive: {{{}: 原文在附件}}"


def test_a_waived_finding_counts_for_nothing_and_can_be_listed(tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": plan_text("east", [WAIVED.format("no-evidence")])})
    quiet, full = run("check", folder=folder), run("check", "--waived", folder=folder)
    assert (quiet.exit_code, quiet.stdout, full.exit_code) == (0, "", 0)
    line = f"{tmp_path}/east.yaml:12:5: waived: commitment e-1: has no evidence; "
    assert full.stdout.startswith(line)
    assert full.stdout.endswith("(no-evidence) [原文在附件]\n")
    assert "0 errors, 0 warnings, 1 waived" in quiet.stderr


def test_a_waiver_of_another_rule_does_not_help(tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": plan_text("east", [WAIVED.format("two-numbers")])})
    result = run("check", folder=folder)
    assert result.exit_code == 1
    assert ":12:5: error: " in result.stdout
    assert "1 errors, 0 warnings, 0 waived" in result.stderr


def test_a_plan_waives_a_rule_of_its_own_but_not_for_its_commitments(tmp_path: Path) -> None:
    head = f"{EXCERPT}\nwaive: {{excerpt-reads: 只有一节, no-evidence: 无}}"
    folder = collection(tmp_path, {"east": plan_text("east", ["id: e-1, text: 新建幼儿园"], head)})
    found = checks.run(load(folder))
    assert [(f.check, f.reason) for f in found] == [("excerpt-reads", "只有一节"), ("no-evidence", "")]


def test_one_rule_can_be_run_alone_beside_what_reading_found(tmp_path: Path) -> None:
    folder = collection(tmp_path, {"east": plan_text("east", ["id: e-1, text: 新建3所", "txt: 甲"])})
    found = checks.run(load(folder), ["figure-without-target"])
    assert [finding.check for finding in found] == ["figure-without-target", "shape", "shape", "shape"]


def strayed(folder: Path) -> Corpus:
    """A collection with an entry at fault that hints tell, beside one that has another fault."""
    (case,) = FIRES["stray-wording"]
    posts = catalogue(entry("posts", ["核定编制"]), theme="staffing")
    files = {"east": plan_text("east", ["id: e-1, text: 新建幼儿园"]), "standards/staffing": posts}
    return load(collection(folder, {**files, "standards/layout": case.standards}))


@pytest.mark.parametrize("file", ["east", "standards/layout", "standards/staffing", "codebook"])
def test_the_faults_of_wanted_files_are_those_of_all_that_stand_in_them(tmp_path: Path, file: str) -> None:
    corpus, path = strayed(tmp_path), str(tmp_path / f"{file}.yaml")
    every = checks.run(corpus, checks.CHECKS)
    assert "stray-wording" in {finding.check for finding in every}
    wanted = checks.run(corpus, checks.CHECKS, lambda name: name == path)
    assert wanted == tuple(finding for finding in every if finding.at.file == path)


def test_no_wording_is_read_whose_faults_are_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, heard, hear = strayed(tmp_path), [], Coder.hear
    monkeypatch.setattr(Coder, "hear", lambda self, text: heard.append(text) or hear(self, text))  # type: ignore[func-returns-value]
    every = checks.run(corpus, ["stray-wording"])
    assert len(heard) == sum(len(phrases.wordings) for phrases in corpus.catalogue.phrases.values())
    heard.clear()
    assert set(checks.run(corpus, ["stray-wording"], lambda name: name.endswith("staffing.yaml"))) < set(every)
    assert heard == ["核定编制"]


def test_no_file_is_read_again_for_places_where_nothing_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = load()
    assert sum(len(standard.aliases) for standard in corpus.catalogue.standards.values()) > 50
    monkeypatch.setattr(places, "whole_file", lambda *_: pytest.fail("a file was read again"))
    assert not [f for f in checks.run(corpus, ["ambiguous-catalogue"]) if f.check == "ambiguous-catalogue"]


def test_a_file_is_parsed_once_for_all_faults_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [f"id: e-{n}, text: 新建图书馆, evidence: 新建, theme: training, standard: libraries" for n in range(9)]
    folder = collection(tmp_path, {"east": plan_text("east", records)}, **{"standards/layout": LIBRARY})
    first = load(folder)
    kept = load(folder)  # its places know no nodes
    parsed = []

    def parse(data: bytes, name: str) -> Document:
        parsed.append(name)
        return read_document(data, name)

    monkeypatch.setattr(places, "read_document", parse)
    found = [f for f in checks.run(kept, ["standard-theme"]) if f.check == "standard-theme"]
    assert len(found) == 9 and len(parsed) == 1
    assert found == [f for f in checks.run(first, ["standard-theme"]) if f.check == "standard-theme"]


def test_a_place_inside_a_standard_is_the_same_whether_the_catalogue_was_read_or_kept(tmp_path: Path) -> None:
    case = FIRES["shared-wording"][0]
    first, again = (case.found(tmp_path, "shared-wording") for _ in range(2))
    assert [f.at for f in first] == [f.at for f in again]


def test_a_corpus_can_be_copied_and_pickled(tmp_path: Path) -> None:
    corpus = load(collection(tmp_path, {"east": plan_text("east", [SOUND])}))
    assert pickle.loads(pickle.dumps(corpus.plans)) == copy.deepcopy(corpus.plans) == corpus.plans
