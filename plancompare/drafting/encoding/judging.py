"""Which clauses promise something, by the manual's rule. The codebook's words steer it; the order of rules is here.

A clause is taken unless something speaks against it: it tells what was achieved, on what ground, how, or what for.
Chinese policy prose puts what an act is for behind it, so the same verb (提升 …) opens a promise at the head of a
sentence and an aim behind another act.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancompare.drafting.encoding.figures import FigureReader
from plancompare.drafting.encoding.steering import Steering
from plancompare.drafting.encoding.text import Clause, masked, plain
from plancompare.drafting.encoding.years import Years

SHORTEST = 4
GUIDING = 3  # grounds and slogans in one sentence
OBJECT = 2  # the shortest object of a verb
LABEL = 20  # the longest clause before a colon that is only a label
_TIME_OR_PLACE = re.compile(r"(?:[下中上里前后内时外间]|方面|基础上|领域|区域|地区|过程中|同时|环节|层面|阶段|等)$")
_SPAN = re.compile(r"(?:利?用|通过|经过)[^，]{1,4}年(?:左右)?的?(?:时间|努力)$")  # 利用五年时间, by itself
_DEFINES = re.compile(r"[^，]{1,16}?(?:是指|指的是|(?<=[^所])指(?![导标定南数挥引向派示]))|[“”][^“”]+[”]指")
_IS_A = re.compile(r"是[^，]{0,12}的[\u4e00-\u9fff]{1,3}$")  # 甲是乙的基础
_EACH_ONE = re.compile(r"[\u4e00-\u9fff]{1,4}一([\u4e00-\u9fff])[、，]?[\u4e00-\u9fff]{1,4}一\1")  # 成熟一个推广一个
_COMPARED = re.compile(r"(?:不低于|高于)[^，,；;\d]*平均")
_FIRSTLY = re.compile("[一二三四五六七八九十]是")
RUN_IN = 6  # the longest heading that runs into its paragraph
_NOT = re.compile(r"(?:绝|决|坚决)?不(?![得再断低少超高大小])")
_ALONGSIDE = re.compile(r"与[^，]{2,12}?同步")
_GIVES = re.compile(r"提供|创造|奠定|营造|打下|注入|贡献|作出|做出|储备|打牢|夯实")


class Judgement(NamedTuple):
    """Whether a clause is a promise; ``reason`` says why, and ``sure`` is False where a person should look."""

    kept: bool
    reason: str
    sure: bool = True


class Judge:
    """Judges clauses by one codebook's words and one plan's years."""

    def __init__(self, steering: Steering, years: Years, figures: FigureReader) -> None:
        self._words = steering
        self._years = years
        self._figures = figures

    def sentence(self, sentence: Sequence[Clause], goals: bool = False, listed: bool = False) -> Iterator[Judgement]:
        """A judgement for each clause of one sentence; ``goals`` where what is to be reached counts as a promise.

        ``listed`` if the sentence opens an item of a list of tasks, which promises something even without a verb.

        A sentence that stands on many grounds is guiding thought: in it only a figure promises something.
        """
        judged = list(self._judged(sentence, goals, listed))
        grounds = sum(j.reason in ("ground", "slogan") for j in judged)
        for judgement in judged:
            thought = grounds >= GUIDING and judgement.kept and judgement.reason != "figure"
            yield Judgement(False, "guiding thought") if thought else judgement

    def _judged(self, sentence: Sequence[Clause], goals: bool, listed: bool) -> Iterator[Judgement]:
        whole = "，".join(clause.text for clause in sentence)
        refused = "preamble" if self._words.has("preamble", plain(whole)) else "done" if self._is_past(whole) else ""
        if refused:
            yield from (Judgement(False, refused) for _ in sentence)
            return
        acted, after_aim, part = False, False, -1
        for place, clause in enumerate(sentence):
            if clause.part != part:
                part, acted, after_aim = clause.part, False, False
            following = next((c.text for c in sentence[place + 1 :] if c.part == part), "")
            judgement = self._clause(clause, acted, after_aim, following, goals)
            if listed and judgement.reason in ("topic", "no known verb"):
                judgement = self._as_item(clause)
            listed = listed and judgement.reason in ("label", "short")
            if judgement.kept:
                acted, after_aim = True, False
            elif judgement.reason == "aim":
                after_aim = True
            yield judgement

    def sets_up(self, text: str) -> bool:
        """Whether even a few words promise something: 建立某制度."""
        return bool(self._words.opens("acts", text) and self._words.ends("instruments", text))

    def bare(self, text: str) -> str:
        """The clause without the deadline it opens with, in half-width signs."""
        return self._years.without_deadline(plain(text).strip())

    def core(self, text: str) -> str:
        """The bare clause without the adverbs it opens with."""
        found = self._words.adverbs.match(text)
        return text[found.end() :] if found else text

    def _is_past(self, sentence: str) -> bool:
        """Whether a sentence tells of what was done, is the case or is lacking; a year to come speaks against it."""
        if self._years.deadline(sentence) is not None:
            return False
        text = plain(masked(sentence))
        if self._words.has("statements", text) or self._years.is_before(sentence):
            return True
        for clause in re.split("[，,；;]", text):
            if self._words.has("lacking", clause) and not self._words.pattern("acts", "aims").match(self.core(clause)):
                return True
            found = self._words.pattern("done").search(clause)
            # 对已建成的…: what is done stands before a 的 and only tells which
            if found and not re.search(rf"{re.escape(found[0])}[^，]*的", clause):
                return True
        return bool(self._words.opens("being", text) or (self._words.has("being", text) and self._figures.read(text)))

    def _clause(self, clause: Clause, acted: bool, after_aim: bool, following: str, goals: bool) -> Judgement:
        words = self._words
        text = self.bare(clause.text)
        core = self.core(text)
        if len(text) < SHORTEST:
            return Judgement(False, "short")
        if clause.closes in ("：", ":") and len(text) < LABEL:
            return Judgement(False, "label")
        if following and text.endswith("的") and not text.endswith("目的"):
            return Judgement(False, "topic")  # …的, 可…: on what condition
        if _SPAN.match(text):
            return Judgement(False, "how")
        comment = self._comment(clause, text, core, acted, following)
        if comment:
            return Judgement(False, comment)
        if self._figures.read(text) or words.has("everything", text) or _COMPARED.search(text):
            return Judgement(True, "figure")
        if words.has("heed", text) or (words.has("slogans", masked(text)) and not words.ends("instruments", text)):
            return Judgement(False, "slogan")
        verdict = (
            self._ground(text, following)
            or self._turned(text)
            or self._means(text, following)
            or self._prepositional(text)
        )
        if verdict is not None:
            return verdict
        if len(core) < SHORTEST and acted:
            return Judgement(False, "short")
        aim, act = words.opens("aims", core), words.opens("acts", core)
        if acted and (words.ends("general", text) or (act and core[len(act) :] in words.lists.get("generic", ()))):
            return Judgement(False, "generic")
        if acted and words.opens("soft", core) and words.ends("abstract", text) and "“" not in text:
            return Judgement(False, "aim")
        if aim and len(aim) >= len(act) and not words.opens("soft", core):
            return self._aim(text, acted)
        if act or words.opens("soft", core):
            return Judgement(True, "act")
        return self._without_verb(text, acted, after_aim, following, goals)

    def _comment(self, clause: Clause, text: str, core: str, acted: bool, following: str) -> str:
        """Why a clause speaks about things without doing any: a question, a definition, what is not done, who."""
        words = self._words
        if clause.closes in ("？", "?"):
            return "question"
        if words.has("colophon", text) or words.has("pointers", text) or _DEFINES.match(text):
            return "note"
        if words.opens("deictic", text) or (words.has("comments", text) and not words.opens("acts", core)):
            return "comment"
        if _IS_A.search(text) or _EACH_ONE.fullmatch(text):
            return "comment"
        if acted and (text.startswith("也") or words.opens("relief", core)) and not self._figures.read(text):
            return "aim"
        if acted and "的由" in text:
            return "topic"  # 暂不具备条件的由…代管
        if _FIRSTLY.match(text) and len(core) <= RUN_IN and following:
            return "label"
        if acted and _NOT.match(core):
            return "comment"  # 举办…, 不搞…: what the act before it is not
        if acted and (text.startswith("由") or _ALONGSIDE.match(text)) and not self._figures.read(text):
            return "how"  # 完善…, 由…指导: who does the thing before it
        return ""

    def _ground(self, text: str, following: str) -> Judgement | None:
        """坚持…, 围绕…, 按照…: the ground an act stands on, unless the act follows in the same clause."""
        words = self._words
        opened = words.opens("context", text)
        if not opened:
            inner = words.pattern("context").search(text)
            if inner and words.ends("ground_tails", text) and not words.opens("acts", self.core(text)):
                return Judgement(False, "ground")
            return None
        if re.match("坚持[把将以]", text):
            told = bool(words.ends("principle_tails", text))
            return Judgement(told, "principle" if told else "ground", sure=False)
        *_, last = [None, *words.pattern("acts").finditer(text, len(opened) + 2)]
        acts_next = words.opens("acts", self.core(self.bare(following))) if following else ""
        if last and len(text) - last.end() >= OBJECT and not acts_next and not words.ends("ground_tails", text):
            return Judgement(True, "act behind its ground", sure=False)
        return Judgement(False, "ground")

    def _turned(self, text: str) -> Judgement | None:
        """把甲纳入乙, 将甲作为乙: what is made of what."""
        if not re.match("(?:要|并|同时)?(?:由[^，]{2,14}?)?[把将]", text):
            return None
        return Judgement(True, "turned") if self._words.has("turns", text) else None

    def _means(self, text: str, following: str) -> Judgement | None:
        """采取…, 通过…: how it is done; with a verb of its own, or before a mere aim, the act itself."""
        words = self._words
        found = words.opens("means", text)
        if not found:
            return None
        if words.ends("manners", text):
            return Judgement(False, "how")
        if found == "通过" and words.ends("passed", text):
            return Judgement(True, "act")
        rest = text[len(found) :]
        verb = words.pattern("acts", "aims").search(rest, OBJECT)
        for_aim = bool(words.opens("aims", self.core(self.bare(following)))) if following else False
        kept = (bool(words.opens("acts", rest)) and for_aim) if found == "通过" else (bool(verb) or for_aim)
        return Judgement(kept, "means" if kept else "how", sure=not kept)

    def _prepositional(self, text: str) -> Judgement | None:
        words = self._words
        first = text[:1]
        if first == "以":
            rest = re.search("为[^，]{2}", text)
            if rest and words.pattern("acts").search(text, rest.end()):
                return Judgement(True, "act behind its ground", sure=False)
            if re.search("^以[^，]{1,6}促|为[^，]{1,14}$", text) or not words.pattern("acts", "aims").search(text, 1):
                return Judgement(False, "ground")
            return Judgement(True, "act", sure=False)
        if first == "在" and (_TIME_OR_PLACE.search(text) or not words.has("acts", text)):
            return Judgement(False, "ground")
        if first == "为" and _GIVES.search(text):
            return Judgement(False, "aim")
        if first == "为":
            verb = words.pattern("acts", "aims").search(text, 1)
            if verb and verb.start() > OBJECT and len(text) - verb.end() >= OBJECT:
                return Judgement(True, "act")  # 为学校选聘…
        if first == "从" and not words.ends("instruments", text):
            return Judgement(False, "aim")
        if first == "对" and (not words.has("acts", text) or words.ends("topics", text)):
            return Judgement(False, "topic")
        if first in "由与" and words.pattern("acts", "aims").search(text):
            return Judgement(True, "joint act")
        return None

    def _aim(self, text: str, acted: bool) -> Judgement:
        if self._words.ends("instruments", text):
            return Judgement(True, "act")
        return Judgement(False, "aim") if acted else Judgement(True, "aim at the head", sure=False)

    def _without_verb(self, text: str, acted: bool, after_aim: bool, following: str, goals: bool) -> Judgement:
        words = self._words
        if words.has("modals", text):
            return Judgement(True, "obligation")
        if following and words.ends("topics", text):
            return Judgement(False, "topic")
        if words.has("acts", text):
            return Judgement(True, "act inside")
        if goals:
            return Judgement(True, "goal")
        if after_aim or (acted and words.has("aims", text)):
            return Judgement(False, "aim")
        if following or acted or "是" in text:  # 甲是乙 says what something is
            return Judgement(False, "topic")
        return Judgement(False, "no known verb")

    def _as_item(self, clause: Clause) -> Judgement:
        """What opens an item is what will be done, in words of its own; but 甲是乙 says what something is."""
        text = self.bare(clause.text)
        kept = "是" not in text and not text.endswith("的") and len(text) > SHORTEST
        return Judgement(kept, "item" if kept else "topic", sure=False)
