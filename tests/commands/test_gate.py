"""Nothing gets through: hostile text in every field, option and file name, and what a terminal then sees."""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import cycle
from math import inf
from pathlib import Path
from typing import Any

import click
import pytest

from plancompare.commands import COMMANDS, files, load
from plancompare.schema import schema
from plancompare.telling.text import cleared, painted
from tests.terminals import STEERING, Shown, on_terminal

ATTACKS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;own\x07",
    "\x07\x08\x7f",
    "\x9b31m\x85x",
    "\x90q\x9c",
    "\u202egnp",
    "\u2066x\u2069",
    "\u200e\u200f\u061c",
    "a\rb",
    "a\nb",
    "a\tb",
    "\u2028\u2029",
    "\x1b[1;32mb",
    "%s{0}{x}",
    "[bold]x[/]",
    "\x1b]52;c;x\x07",
)
ANSWERS: tuple[list[str], ...] = (
    ["list"],
    ["show", "aa"],
    ["show", "bb"],
    ["matrix"],
    ["diff", "aa", "bb"],
    ["diff", "aa", "bb", "--width", "60"],
    ["targets"],
    ["search", "x"],
    ["search", "--figures"],
    ["explain", "aa/k1", "bb/k1"],
    ["check"],
    ["check", "--hints", "--waived"],
    ["gaps", "aa"],
    ["gaps", "aa", "--self"],
    ["decisions", "diff", "decisions.yaml", "decisions.yaml"],
    ["new", "xx", "--like", "aa", "-o", "-"],
    ["diff", "aa", "bb", "--theme", "none"],
    ["show", "nobody"],
    ["verify", "--sources", "."],
    ["evaluate", "labels.yaml"],
    ["encode", "draft.txt"],
    ["encode", "draft.txt", "--left-out", "-o", "out.yaml", "--force"],
    ["gaps", "draft.txt", "--against", "aa"],
    [],
    ["matrix", "--rows"],
    ["standards"],
    ["standards", "--all"],
    ["standards", "--missing", "bb"],
    ["standards", "学"],
    ["standards", "题", "-f", "json"],
    ["search", "s1", "--cite"],
    ["search", "学", "--plan", "aa"],
    ["explain", "aa/k1"],
    ["explain", "aa/k1", "bb"],
    ["explain", "s1", "aa"],
    ["explain", "s9", "bb"],
    ["explain", "s1", "aa", "-f", "json"],
    ["diff", "aa", "朝阳", "--brief"],
    ["show", "朝阳"],
)
TEXT_FORMATS = ("html", "md", "latex", "csv", "json")


class Filler:
    """Values by a schema, with an attack in every text that the schema does not bind."""

    def __init__(self, name: str) -> None:
        self.root = schema(name)
        self.attacks = cycle(ATTACKS)
        self.number = 0

    def value(self, part: dict[str, Any], key: str = "") -> Any:
        """A value for one part of the schema; ids are numbered."""
        if "$ref" in part:
            part = {
                **self.root["definitions"][part["$ref"].rsplit("/", 1)[1]],
                **{k: v for k, v in part.items() if k != "$ref"},
            }
        if "enum" in part:
            return part["enum"][0]
        if "const" in part:
            return part["const"]
        for branch in (b for b in part.get("anyOf", ()) if "required" not in b):
            return self.value(branch, key)
        kinds = part.get("type", "object")
        kind = kinds if isinstance(kinds, str) else kinds[0]
        makers: dict[str, Callable[[dict[str, Any], str], Any]]
        makers = {"string": self.text, "object": self.mapping, "array": self.items}
        return makers.get(kind, self.digit)(part, key)

    def digit(self, part: dict[str, Any], key: str) -> Any:
        return True if part.get("type") == "boolean" else max(part.get("minimum", 5), 5)

    def text(self, part: dict[str, Any], key: str) -> str:
        if "pattern" in part:
            self.number += 1
            known = {
                "date": "2026-01-31",
                "written": "2026-01-31",
                "published": "2026-01-31",
                "sha256": "0" * 64,
                "code": "110106",
            }
            return known.get(key, f"k{self.number}")
        text = next(self.attacks) + "学"
        least = part.get("minLength", 0)
        most = part.get("maxLength", 200)
        return (text * int(1 + least // len(text)))[: int(most)]

    def items(self, part: dict[str, Any], key: str) -> list[Any]:
        count = max(part.get("minItems", 0), min(len(ATTACKS), part.get("maxItems", 4)))
        return [self.value(part["items"], key) for _ in range(count)]

    def mapping(self, part: dict[str, Any], key: str) -> dict[str, Any]:
        found = {
            name: self.value(inner, name) for name, inner in part.get("properties", {}).items() if name != "$schema"
        }
        return found


@cache
def attacked_plan(name: str) -> dict[str, Any]:
    """A plan whose every free text is an attack."""
    plan: dict[str, Any] = Filler("plan").value(schema("plan"))
    for number, commitment in enumerate((c for s in plan["sections"] for c in s["commitments"]), 1):
        commitment["id"] = f"k{number}"
        for target in commitment.get("targets", ()):
            target.update({"op": ">=", "value": 90, "by": 2025})
            for key in ("min", "max", "indicator"):
                target.pop(key, None)
        commitment.pop("theme", None)
        commitment.pop("standard", None)
        if number % 3:
            commitment["standard"] = f"s{number % 5}"
        commitment["waive"] = {"no-evidence": ATTACKS[number % len(ATTACKS)]}
    for section in plan["sections"]:
        section.pop("theme", None)
    plan |= {"id": name, "period": {"from": 2021, "to": 2025}, "coding": "draft"}
    plan["name"] = f"{name}\x1b[31m\u202e\x9b"
    plan["not_applicable"] = plan["reads"] = {}
    plan["waive"] = {"sparse-metadata": "\x1b[31m"}
    return plan


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("hostile")
    for name in ("aa", "bb"):
        (home / f"{name}.yaml").write_text(json.dumps(attacked_plan(name)), "utf-8")
    codebook = {
        "themes": [
            {
                "id": f"t{n}",
                "label": {"zh": f"题{n}{attack}", "en": f"Theme{attack}"},
                "definition": attack,
                "when": attack,
                "synonyms": [f"学{attack}"],
                "near": ["t1"],
            }
            for n, attack in enumerate(ATTACKS)
        ],
        "lexicon": {"stock": list(ATTACKS), "gates": {"g\x1b[31m": {"v\x07": ["学"]}}},
    }
    (home / "codebook.yaml").write_text(json.dumps(codebook), "utf-8")
    standards = [
        {
            "id": f"s{n}",
            "label": {"zh": f"题{n}{attack}", "en": f"Standard{attack}"},
            "definition": f"学{attack}",
            "wordings": [f"学{n}{attack}", f"校{attack}", f"学校{attack}"],
            "not": [f"园{attack}"],
        }
        for n, attack in enumerate(ATTACKS)
    ]
    (home / "standards").mkdir()
    (home / "standards" / "t1.yaml").write_text(json.dumps({"theme": "t1", "standards": standards}), "utf-8")
    (home / "standards" / "broken\x1b[31m.yaml").write_text(json.dumps({"theme": "\x1b[31m", "standards": ["\x07"]}))
    ruling = {"different": ["aa/k1", "bb/k1"], "reason": ATTACKS[0], "who": ATTACKS[5], "date": "2026-01-31"}
    (home / "decisions.yaml").write_text(
        json.dumps({"decisions": [ruling, {**ruling, "same": ["aa/k9", "zz/\x1b[31m"]}]})
    )
    (home / "labels.yaml").write_text(json.dumps([{"a": "aa/k1", "b": "bb/k1\x1b", "label": "same"}]))
    (home / "broken\x1b[31m\u202e.yaml").write_text("id: [\x1b", "utf-8")
    (home / os.fsdecode(b"stray\xff.yaml")).write_text('id: cc\nname: "\\e[31m"\nsections: ["\\e"]', "utf-8")
    (home / "draft.txt").write_text(
        "一、学\x1b[31m前\n到2025年，建成10\x07所\u202e学校。推进\x9b改革。\n建设\x1b]0;x\x07学校20所。" * 9, "utf-8"
    )
    old = Path.cwd()
    os.chdir(home)
    yield home
    os.chdir(old)


def without_a_bar() -> None:
    """A bar of progress hides the cursor: it would be seen on a slow machine alone."""
    files.PATIENCE = inf


def seen(folder: Path, *args: str, keys: bytes = b"", env: Mapping[str, str] = {}) -> Shown:
    shown = on_terminal(["--plans", str(folder), *args], env={"PAGER": "cat", **env}, keys=keys, before=without_a_bar)
    assert b"Traceback" not in shown.stderr, shown.stderr.decode("utf-8", "replace")
    assert shown.status in (0, 1, 2), shown
    return shown


def test_the_attacks_reach_the_comparison(folder: Path) -> None:
    """What is tested below is no empty collection: records are read, and shown with signs for what was in them."""
    shown = seen(folder, "diff", "aa", "bb", "--no-pager")
    assert shown.status == 0 and shown.stdout.count("\ufffd".encode()) > 50
    assert "records could not" not in shown.stderr.decode()


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
def test_no_field_of_a_file_steers_the_terminal(folder: Path, args: list[str], lang: str) -> None:
    shown = seen(folder, *args, "--lang", lang)
    assert not shown.steering()


@pytest.mark.slow
@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("args", [["report"], ["gaps", "aa"]], ids=" ".join)
def test_no_document_steers_the_terminal_and_a_file_holds_the_same(folder: Path, args: list[str], form: str) -> None:
    shown = seen(folder, *args, "-f", form, "-o", "-")
    assert not shown.steering()
    name = f"{args[0]}.{form}"
    seen(folder, *args, "-f", form, "-o", name, "--force")
    written = (folder / name).read_text("utf-8")
    assert not STEERING.search(written.replace("\r\n", "\n"))


@pytest.mark.slow
def test_what_review_shows_steers_nothing(folder: Path, tmp_path: Path) -> None:
    shown = seen(
        folder, "review", "--to", str(tmp_path / "r.yaml"), "--who", ATTACKS[0], keys=b"u\x1b[A\xff\x07\xe5\xad\xa6q"
    )
    assert not shown.steering()
    coding = b"/\x1b[31m\xe5\xad\xa6\x07\n9x\x1b[A\x1b]0;x\x071b1/" + ATTACKS[0].encode() + b"\nun\xffq"
    for lang in ("zh", "en"):
        shown = seen(folder, "review", "--by", "code", "--lang", lang, keys=coding)
        assert b"1-" in shown.stdout and not shown.steering()
    for name in ("p.csv", "p.xlsx"):
        for by in ("pairs", "code"):
            assert not seen(folder, "review", "--by", by, "--batch", str(tmp_path / f"{by}-{name}")).steering()


def options() -> Iterator[list[str]]:
    """Each option and argument of each command with an attack as its value."""
    attacks = cycle((*ATTACKS[:9], os.fsdecode(b"\xff\xfe"), "x\x1b[31m.yaml", "x\x1b[31m.txt", "no/x\u202e.docx"))
    least: dict[str, list[str]] = {
        "show": ["aa"],
        "diff": ["aa", "bb"],
        "gaps": ["aa"],
        "explain": ["aa/k1"],
        "plot": ["heatmap", "-o", "x.svg"],
        "publish": ["out"],
        "new": ["xx"],
        "encode": ["draft.txt"],
        "decisions": ["diff", "a.yaml", "b.yaml"],
        "evaluate": ["labels.yaml"],
        "verify": ["--sources", "."],
        "search": ["x"],
    }
    for name in COMMANDS:
        for param in load(name).params:
            if isinstance(param, click.Option) and not param.is_flag:
                yield [name, *least.get(name, ()), param.opts[-1], next(attacks)]
            elif isinstance(param, click.Argument):
                yield [name, next(attacks), next(attacks)]
        yield [name, f"--no{next(attacks)}"]
        yield [name, f"-{next(attacks)}"]
    for attack in ATTACKS:
        yield [attack]
        yield [f"--{attack}", "list"]
        yield ["--plans", attack, "list"]
        yield ["--lang", attack, "list"]


@pytest.mark.slow
def test_no_argument_steers_the_terminal(folder: Path) -> None:
    for args in options():
        shown = seen(folder, *args, keys=b"q", env={"PLANCOMPARE_FONT": "\x1b[31m"})
        assert not shown.steering(), args


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "PLANCOMPARE_PLANS",
        "PLANCOMPARE_LANG",
        "PLANCOMPARE_WIDTH",
        "PLANCOMPARE_ASCII",
        "PAGER",
        "LC_ALL",
        "COLUMNS",
        "LINES",
    ],
)
@pytest.mark.parametrize("attack", ["\x1b[31m\u202e", "²", "100000000", "-1", "0", "x" * 5000])
def test_no_setting_steers_or_breaks(folder: Path, name: str, attack: str) -> None:
    shown = on_terminal(
        ["--plans", str(folder), "matrix", "--no-pager"] if name != "PLANCOMPARE_PLANS" else ["matrix"],
        env={name: attack},
    )
    assert not shown.steering() and b"Traceback" not in shown.stderr and shown.status in (0, 2)


def test_only_what_was_painted_is_a_style() -> None:
    assert cleared(painted("甲", "1;32")) == "\x1b[1;32m甲\x1b[0m"
    assert cleared("\x1b[1;32m甲\x1b[0m\r\n\t") == "\ufffd[1;32m甲\ufffd[0m\r\n\t"
    inner = painted("\x1b[31m甲", "1").replace("\x1b[31m", "\x1b0000000000000000[31m")
    assert cleared(inner).count("\x1b") == 2


def test_only_the_gate_prints() -> None:
    """Nothing else writes to a stream: not click, not print."""
    package = Path(load.__code__.co_filename).parent.parent
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        assert "click.echo(" not in text and " print(" not in text, path
        if path.name not in ("streams.py",):
            assert "sys.stdout.write" not in text and "sys.stderr.write" not in text, path


def test_only_one_room_reads_files_of_a_user() -> None:
    """What is read elsewhere comes with the package, or was looked at first: no pipe is waited for."""
    package = Path(load.__code__.co_filename).parent.parent
    own = {
        "schema/__init__.py", "comparing/recognition.py", "formats/html.py", "publishing/licences.py",
        "working/cluster.py",
    }  # fmt: skip
    looked_at = {"reading/store.py", "drafting/documents/__init__.py", "drafting/documents/proving.py"}
    for path in package.rglob("*.py"):
        name = path.relative_to(package).as_posix()
        if not name.startswith("files/") and name not in own | looked_at:
            assert not re.search(r"\.(?:read_bytes|read_text|glob|iterdir)\(", path.read_text("utf-8")), name
