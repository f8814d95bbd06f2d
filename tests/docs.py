"""What is made by program in the documents: parts between `begin: NAME` and `end: NAME` marks, consoles, pictures.

`python -m tests.docs` (or `make docs`) makes them anew; a test fails where a byte would change.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from plancompare import compare, load
from plancompare.asking.evaluation import Labelled, Quality, evaluate, in_half
from plancompare.checks import CHECKS
from plancompare.commands import COMMANDS
from plancompare.comparing.recognition import Recognition
from plancompare.model import Corpus
from plancompare.reading.labels import read_labels
from tests import quality
from tests.consoles import answered
from tests.drafting.encoding.measured import OWN, SEEN, UNSEEN, table
from tests.house import rooms
from tests.pictures import IMAGES, pictures
from tests.support import run

ROOT = Path(__file__).parent.parent
README, CHINESE, CONTRIBUTING = ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md"
DOCUMENTS = (README, CHINESE, CONTRIBUTING, *sorted((ROOT / "docs").glob("*.md")))
EXTRACTS = ROOT / "tests" / "extracts"


def plans(
    head: str = "| id | name | document | text held | commitments | with figures |",
    full: str = "full",
    part: str = "excerpt",
) -> str:
    """A table of the shipped plans."""
    rows = [head, "|---|---|---|---|---|---|"]
    for plan in load(ROOT / "plans").plans:
        figures = sum(bool(c.targets) for c in plan.commitments)
        extent = full if plan.source.extent == "full" else part
        rows.append(f"| `{plan.id}` | {plan.name} | {plan.title} | {extent} | {len(plan.commitments)} | {figures} |")
    return "\n".join(rows)


def themes() -> str:
    """How often the theme matcher agrees with pins."""
    rows = ["| plans | commitments | own theme | own or `also` |", "|---|---|---|---|"]
    for name, folder in (("the five shipped plans", ROOT / "plans"), ("six invented extracts", EXTRACTS)):
        own, either, total = _agreement(load(folder))
        rows.append(f"| {name} | {total} | {own / total:.0%} | {either / total:.0%} |")
    return "\n".join(rows)


def _agreement(corpus: Corpus) -> tuple[int, int, int]:
    """How often the theme is the curators', pins ignored: the home theme, home or also, of how many pinned."""
    recognition = Recognition(corpus.codebook, corpus.catalogue, corpus.store)
    pinned = [c for c in corpus.commitments() if c.pin in corpus.codebook.ids]
    named = [(recognition.theme(c, pins=False).theme, c) for c in pinned]
    return (
        sum(theme == c.pin for theme, c in named),
        sum(theme in (c.pin, *c.also) for theme, c in named),
        len(pinned),
    )


def checks() -> str:
    """The catalogue of rules, from the first line of each one's docstring."""
    rows = ["| check | level | asks |", "|---|---|---|"]
    for name, module in CHECKS.items():
        summary = (module.__doc__ or "").strip().splitlines()[0].replace("|", "\\|")
        rows.append(f"| `{name}` | {module.LEVEL} | {summary} |")
    return "\n".join(rows)


def plans_in_chinese() -> str:
    """The same table for Chinese readers."""
    return plans("| id | 规划 | 标题 | 所持文本 | 承诺 | 有数值 |", "全文", "节选")


def commands(language: str = "en") -> str:
    """`--help` of every command."""
    parts = []
    for name in COMMANDS:
        text = run("--lang", language, name, "--help", env={"COLUMNS": "100"}).stdout
        told = text.replace(" group ", " plancompare ", 1).replace("：group ", "：plancompare ", 1)
        parts.append(f"### plancompare {name}\n\n```text\n{told.strip()}\n```")
    return "\n\n".join(parts)


def _evaluated() -> tuple[Corpus, list[Labelled]]:
    corpus = load(ROOT / "plans", [*sorted(EXTRACTS.glob("*.yaml")), *sorted(quality.JUDGED.glob("*.yaml"))])
    pairs, wrong = read_labels(ROOT / "tests" / "labels.yaml", [c.key for c in corpus.commitments()])
    assert not wrong
    return corpus, [Labelled(*pair) for pair in pairs]


def evaluation() -> str:
    """The aligner without decisions against judged pairs, beside plain scorers."""
    corpus, labels = _evaluated()
    comparison = compare(corpus, decisions=False)
    rows = ["| pairs | n | same | rows: precision | recall | F1 | score: AUC |", "|---|---|---|---|---|---|---|"]
    shipped = {plan.id for plan in load(ROOT / "plans").plans}
    judged = set(quality.judged())
    parts = {
        "all": labels,
        "half one (`--half tune`)": [pair for pair in labels if in_half(pair.a, pair.b, "tune")],
        "half two (`--half report`)": [pair for pair in labels if in_half(pair.a, pair.b, "report")],
        "the five plans": [pair for pair in labels if pair.a.split("/")[0] in shipped],
        "the judged set": [pair for pair in labels if pair.a.split("/")[0] in judged],
        "the six extracts, never tuned on": [
            pair for pair in labels if pair.a.split("/")[0] not in (*shipped, *judged)
        ],
    }
    for name, chosen in parts.items():
        found = evaluate(comparison, chosen)
        same = sum(pair.same for pair in found.pairs)
        rows.append(f"| {name} | {len(chosen)} | {same} | {_ratios(found.rows)} | {found.auc:.3f} |")
    rows += ["", "| plain scorer on all pairs | AUC | best F1 | at |", "|---|---|---|---|"]
    for name, (area, f1, cut) in evaluate(comparison, labels).plain.items():
        rows.append(f"| {name} | {area:.3f} | {f1:.2f} | {cut} |")
    return "\n".join(rows)


def decided() -> str:
    """The shipped rows, rulings obeyed, against the labels."""
    corpus = load(ROOT / "plans")
    known = {c.key for c in corpus.commitments()}
    labels = [pair for pair in _evaluated()[1] if pair.a in known and pair.b in known]
    rows = ["| rows of the five plans | n | precision | recall | F1 |", "|---|---|---|---|---|"]
    for name, obeyed in (("with decisions", True), ("without", False)):
        found = evaluate(compare(corpus, decisions=obeyed), labels)
        rows.append(f"| {name} | {len(labels)} | {_ratios(found.rows)} |")
    return "\n".join(rows)


def drafts() -> str:
    """First encodings of invented texts against encodings made by hand."""
    groups = {
        "Written and encoded by people who did not see the rules, and never looked at while these were written": UNSEEN,
        "Written and encoded likewise; their faults were looked at afterwards and general rules made": SEEN,
        "Written and encoded by the author of the rules": OWN,
    }
    return "\n\n".join(f"{told}:\n\n" + "\n".join(table(group)) for told, group in groups.items())


def _ratios(found: Quality) -> str:
    return f"{found.precision:.2f} | {found.recall:.2f} | {found.f1:.2f}"


def architecture() -> str:
    """The rooms of the package, lowest layer first; in hundreds of lines, which not every edit changes."""
    rows = ["| layer | room | what it is | imports | modules | lines |", "|---|---|---|---|---|---|"]
    for room in rooms():
        below, summary = ", ".join(room.imports) or "–", room.summary.replace("|", "\\|")
        size = f"{round(room.lines, -2):,}" if room.lines >= 100 else "< 100"
        rows.append(f"| {room.layer} | `{room.name}` | {summary} | {below} | {room.modules} | {size} |")
    return "\n".join(rows)


def commands_in_chinese() -> str:
    """`--help` of every command for Chinese readers."""
    return commands("zh")


PARTS: Mapping[str, Callable[[], str]] = {
    "plans": plans,
    "plans-zh": plans_in_chinese,
    "themes": themes,
    "checks": checks,
    "evaluation": evaluation,
    "decided": decided,
    "quality": quality.table,
    "drafts": drafts,
    "help": commands,
    "help-zh": commands_in_chinese,
    "architecture": architecture,
}


def renewed(document: Path) -> str:
    """A document with its generated parts and the answers in its consoles made anew."""
    text = document.read_text(encoding="utf-8")
    for name, make in PARTS.items():
        begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
        text = re.sub(f"{begin}.*?{end}", lambda _, b=begin, e=end, m=make: f"{b}\n{m()}\n{e}", text, flags=re.S)  # type: ignore[misc]
    return answered(text, chinese=document.name.endswith(".zh.md"))


if __name__ == "__main__":
    for document in DOCUMENTS:
        document.write_text(renewed(document), encoding="utf-8")
    for name, picture in pictures().items():
        (IMAGES / name).write_text(picture, encoding="utf-8")
