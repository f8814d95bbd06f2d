"""The theme and the standard of each record of a draft, with what a person should look at."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from plancompare.comparing.coding import sure
from plancompare.comparing.recognition import Recognition
from plancompare.comparing.themes import MARGIN, WEAK, ThemeMatch
from plancompare.drafting.encoding.heads import GENERAL_HEADING, OF_A_STREET
from plancompare.drafting.encoding.passages import field_of, team_of
from plancompare.drafting.encoding.records import Doubt, Record
from plancompare.drafting.encoding.steering import Steering
from plancompare.model import Commitment, Section, Standard

_GENERAL = re.compile(GENERAL_HEADING)
USUAL = 4  # two records whose themes are sure count so much: one alone settles no other
# A theme is doubtful below this probability: of the 13 texts with encodings by hand 37 in 100 such themes were wrong,
# of the others 4 (texts of `python -m tests.drafting.encoding.measured`)
UNSURE_THEME = 50
VERY_WEAK = 20  # without a catalogue: a theme with less evidence is doubtful even without a rival
CANDIDATES = 3  # standards named where none is sure: of the judged set's codes 89 in 100 are among three


class Themes:
    """Brings records to themes and standards by one collection's vocabulary."""

    def __init__(self, recognition: Recognition, steering: Steering) -> None:
        self._recognition = recognition
        self._steering = steering
        self._codings: dict[tuple[str, str], tuple[str, tuple[Standard, ...]]] = {}
        self._matches: dict[tuple[str, str, str], ThemeMatch] = {}

    def of(self, records: Sequence[Record], title: str) -> list[Record]:
        """The records of a document called ``title`` with their themes and standards.

        Where a theme is weak and most of the section agree, theirs is taken.
        """
        named = field_of(title, self._steering) or team_of(title, self._steering)
        titled = self._recognition.section(Section("", "", title)).theme if named else ""
        words = self._steering.pattern("unthemed").pattern
        unthemed = re.compile(f"{words}|{self._steering.fitted(OF_A_STREET)}")
        matched = [r._replace(match=self._matched(_without(unthemed, r.commitment))) for r in records]
        usual: dict[Section, Counter[str]] = {}
        for record in matched:
            usual.setdefault(record.commitment.section, Counter())[record.match.theme] += 2 - record.match.weak
        return [self._coded(self._settled(record, usual[record.commitment.section], titled)) for record in matched]

    def _matched(self, commitment: Commitment) -> ThemeMatch:
        """The theme of a commitment; asked once of all that are told alike under one heading."""
        key = (commitment.text, commitment.section.heading, commitment.pin)
        if key not in self._matches or not self._recognition.catalogue.standards:  # without one, evidence tells, too
            self._matches[key] = self._match(commitment)
        return self._matches[key]

    def _match(self, commitment: Commitment) -> ThemeMatch:
        """The theme of a commitment; under a heading like 发展目标 its own words tell it, if they do."""
        match = self._recognition.theme(commitment)
        if not _is_general(commitment):
            return match
        alone = self._recognition.theme(commitment._replace(section=commitment.section._replace(heading="")))
        surer = (alone.score or 0) > (match.score or 0) or not self._is_doubtful(alone)
        return alone if surer and not alone.weak else match

    def _words_of_stage(self, text: str) -> bool:
        return any(word in text for listed in self._steering.stages.values() for word in listed)

    @cached_property
    def _stage_themes(self) -> Mapping[str, str]:
        """Stage -> the theme that it is, of those that are one."""
        found = {
            stage: self._recognition.section(Section("", "", max(words, key=len))).theme
            for stage, words in self._steering.stages.items()
            if words
        }
        return {stage: theme for stage, theme in found.items() if theme}

    def _of_another_stage(self, record: Record, titled: str) -> str:
        """The theme of the stage that sentence, heading or title name, where a record was taken for another's.

        校均规模 is that of vocational schools in a plan for these; a record that names a stage itself stays.
        """
        of_stages = set(self._stage_themes.values())
        if record.match.theme not in of_stages or self._words_of_stage(record.commitment.text):
            return ""
        heading = record.stage or field_of(record.commitment.section.heading, self._steering)
        named = self._recognition.section(Section("", "", heading)).theme if heading else titled
        return named if named in of_stages and named != record.match.theme else ""

    def _tells_itself(self, record: Record, total: int) -> bool:
        """Whether a record names the stage that its theme is about, in a section with hardly another record."""
        field = field_of(record.commitment.text, self._steering) if total < USUAL else ""
        return bool(field) and self._recognition.section(Section("", "", field)).theme == record.match.theme

    def _is_as_titled(self, record: Record, titled: str) -> bool:
        """Whether a record has the title's theme: its own is weak, and it names no stage.

        Or it stands under a general heading, names the very field that the title names, and has that theme second.
        """
        text, match = record.commitment.text, record.match
        if not titled or (match.weak and not self._words_of_stage(text)):
            return bool(titled)
        field = field_of(text, self._steering) if match.runner_up == titled and _is_general(record.commitment) else ""
        return bool(field) and self._recognition.section(Section("", "", field)).theme == titled

    def _settled(self, record: Record, usual: Counter[str], titled: str) -> Record:
        theme, count = usual.most_common(1)[0]
        match = record.match
        if other := self._of_another_stage(record, titled):
            match = match._replace(theme=other, runner_up=match.theme)
        elif self._is_as_titled(record, titled):
            match = match._replace(theme=titled, runner_up=match.theme)
        elif (
            match.weak
            and theme != match.theme
            and 2 * count > usual.total()
            and not _is_general(record.commitment)
            and not self._tells_itself(record, usual.total())
        ):
            match = match._replace(theme=theme, runner_up=match.theme)
        doubts = record.doubts
        if self._is_doubtful(match):
            values = (("score", str(match.score)), ("theme", match.theme), ("other", match.runner_up or "-"))
            doubts = (*doubts, Doubt("unsure_theme", values))
        return record._replace(match=match, doubts=doubts, commitment=record.commitment._replace(theme=match.theme))

    def _is_doubtful(self, match: ThemeMatch) -> bool:
        """Whether a person should look at a theme: an even chance that it is wrong, or few words that tell it."""
        if match.score is None or self._recognition.catalogue.standards:
            return match.score is not None and match.score < UNSURE_THEME
        return match.score < WEAK and (match.margin < MARGIN or match.score < VERY_WEAK)

    def _coded(self, record: Record) -> Record:
        """The record with the standard that a machine would code, or else with the likeliest ones.

        The theme that was settled on is a guess as well: it counts by its probability, not as a curator's pin.
        """
        commitment = record.commitment
        proposed, candidates = self._coding(commitment)
        return record._replace(commitment=commitment._replace(proposed=proposed), candidates=candidates)

    def _coding(self, commitment: Commitment) -> tuple[str, tuple[Standard, ...]]:
        """The standard that is sure and the likeliest ones; asked once of all that are told alike under one heading."""
        key = (commitment.text, commitment.section.heading)
        if key not in self._codings:
            shares = self._recognition.theme_shares(commitment, pins=False)
            coding = self._recognition.coding(commitment, shares)
            standards = self._recognition.catalogue.standards
            candidates = tuple(standards[id] for id, _ in coding.candidates(CANDIDATES))
            self._codings[key] = sure(coding), candidates
        return self._codings[key]


def _is_general(commitment: Commitment) -> bool:
    """Whether a commitment stands under a heading under which all that a plan is about may stand."""
    return _GENERAL.fullmatch(commitment.section.heading.strip("。：: ")) is not None


def _without(words: re.Pattern[str], commitment: Commitment) -> Commitment:
    """A commitment as its theme is sought: without expressions that hold words of a theme that they are not about."""
    if not words.search(commitment.text):
        return commitment
    evidence = tuple(e._replace(quote=words.sub("", e.quote)) for e in commitment.evidence)
    return commitment._replace(text=words.sub("", commitment.text), evidence=evidence)
