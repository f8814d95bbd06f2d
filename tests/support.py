"""What several tests need: small collections made on the spot, and runs of the command line."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from plancompare.cli import group
from plancompare.commands.session import Session

CODEBOOK = """\
version: "1"
themes:
- id: preschool
  label: {zh: 学前教育, en: Pre-school}
  synonyms: [幼儿园, 学前, 入园]
  near: [layout]
- id: staffing
  label: {zh: 教师编制与交流, en: Staffing}
  synonyms: [编制, 交流轮岗, 区管校聘, 教师招聘]
  near: [training]
- id: training
  label: {zh: 教师培训, en: Training}
  synonyms: [培训, 研修, 名师]
  near: [staffing]
- id: layout
  label: {zh: 资源布局, en: Layout}
  synonyms: [学位, 新建, 校舍]
  negative: [学位证书]
  near: [preschool]
lexicon:
  synonyms:
  - [区管校聘, 县管校聘]
  - [交流轮岗, 校际流动]
  stock: [实施, 推进, 加强, 改革, 建立, 完善]
  gates:
    stage: {preschool: [幼儿园, 学前], primary: [小学], senior: [高中]}
    audience: {teachers: [教师], leaders: [校长]}
  strength: {binding: [确保, 必须], plan: [建成, 实施], hedged: [力争, 探索]}
"""
INDICATORS = """\
indicators:
- id: inclusive-coverage
  label: {zh: 普惠性幼儿园覆盖率, en: Inclusive coverage}
  aliases: [普惠率]
  unit: "%"
  direction: higher
- id: large-classes
  label: {zh: 大班额比例, en: Share of large classes}
  unit: "%"
  direction: lower
"""


def plan_text(plan: str, commitments: Sequence[str], head: str = "source: {extent: full, file: x.txt}") -> str:
    """A plan file with one section; each commitment is the inside of a flow mapping."""
    lines = [
        f"id: {plan}",
        f"name: {plan}",
        f"title: {plan}规划",
        f"area: {{name: {plan}区}}",
        "period: {from: 2021, to: 2025}",
        *head.splitlines(),
        "sections:",
        '- id: "1"',
        "  path: 一",
        "  heading: 主要任务",
        "  commitments:" if commitments else "  commitments: []",
        *(f"  - {{{commitment}}}" for commitment in commitments),
    ]
    return "\n".join(lines) + "\n"


def collection(folder: Path, plans: Mapping[str, str], **others: str) -> Path:
    """A folder with a small codebook, indicators and the plan files of ``plans`` (id -> text)."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {"codebook": CODEBOOK, "indicators": INDICATORS, **others, **plans}
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def run(*args: str, folder: Path | None = None, env: Mapping[str, str] | None = None) -> Result:
    """One command in process, in English unless ``env`` says otherwise; ``folder`` is the collection."""
    named = ["--plans", str(folder)] if folder else []
    settings = {"LC_ALL": "en_US.UTF-8", "COLUMNS": None, "PLANCOMPARE_PLANS": None, **(env or {})}
    return CliRunner().invoke(group, [*named, *args], env=settings, obj=Session())


def whole(data: bytes | Iterable[bytes]) -> bytes:
    """What is written, which may come in pieces."""
    return data if isinstance(data, bytes) else b"".join(data)
