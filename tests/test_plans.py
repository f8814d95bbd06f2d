"""The shipped collection is test input: no error, no warning without a stated reason, every phrase proved."""

import os
from pathlib import Path

import pytest

from plancompare import checks, compare, load
from plancompare.asking.verification import verify_plans

ROOT = Path(__file__).parent.parent
CORPUS = load(ROOT / "plans")
SOURCES = Path(os.environ.get("PLANCOMPARE_SOURCES", ROOT.parent / "shared" / "sources"))


def test_checks_find_nothing_that_is_not_waived() -> None:
    assert [str(f) for f in checks.run(CORPUS) if not f.reason and f.level != "hint"] == []


def test_the_codebook_has_the_agreed_themes() -> None:
    assert len(CORPUS.codebook.ids) == 37
    for theme in CORPUS.codebook.themes:
        assert theme.label.zh and theme.label.en and theme.definition and theme.when and theme.when_not
        assert theme.synonyms and theme.negative


def test_every_commitment_has_a_pin_evidence_and_strength_word() -> None:
    for commitment in CORPUS.commitments():
        assert commitment.pin and commitment.evidence and commitment.word, commitment.key


@pytest.mark.parametrize("plan", [p.id for p in CORPUS.plans if p.source.extent == "excerpt"])
def test_excerpts_never_say_not_found_beyond_what_they_read(plan: str) -> None:
    reads = next(p for p in CORPUS.plans if p.id == plan).reads
    for row in compare(CORPUS).rows:
        if row.cells[plan].status == "not_found":
            assert reads.get(row.theme) == "whole"


def test_pre_school_is_not_covered_where_the_text_has_no_such_chapter() -> None:
    rows = [r for r in compare(CORPUS, ["chaoyang", "fengtai", "yuquan"]).rows if r.theme == "preschool"]
    assert rows
    for row in rows:
        for plan in ("chaoyang", "yuquan"):
            assert row.cells[plan].status in ("made", "not_covered")


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not here")
def test_every_phrase_is_proved_and_no_sentence_copied() -> None:
    verified = verify_plans(CORPUS.plans, SOURCES)
    assert not verified.troubles
    assert {p.status for p in verified.proofs} <= {"exact", "moved"}
    assert len(verified.copies) < 0.02 * verified.texts
