"""The session of one run: the collection, which of its plans are meant, and how to speak."""

import os
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from plancompare.errors import PlanCompareError
from plancompare.files import is_folder, place_of

if TYPE_CHECKING:
    from plancompare.comparing.comparison import Comparison
    from plancompare.comparing.where import Where
    from plancompare.formats.terminal.screen import Screen
    from plancompare.model import Corpus, Judge, Lang, Plan, Shelf

EVERY = frozenset(("all", "全部"))  # what names every plan, the shipped ones beside one's own too


@dataclass
class Session:
    """The settings of one run: the collection's folder (``alone``: nothing shipped beside it) and how to speak.

    ``index``: plans may be taken from the user's index as they were read before. ``where``: only plans for which it
    holds are chosen, which ``notes`` then say.
    """

    folder: Path | None = None
    lang: "Lang" = "en"
    ascii: bool = False
    width: int | None = None
    alone: bool = False
    index: bool = True
    where: "Where | None" = None
    notes: list[str] = field(default_factory=list)

    @cached_property
    def root(self) -> Path:
        """The folder named, else ./plans if it holds plans, else the collection shipped with the package."""
        from plancompare.reading.collection import folder_meant

        return folder_meant(self.folder)

    def corpus(self, extra: Sequence[Path] = ()) -> "Corpus":
        """The collection, with ``extra`` plan files beside it."""
        from plancompare.reading.collection import load

        return load(self.root, extra, self.index)

    def layered(self, extra: Sequence[Path] = ()) -> "Corpus | None":
        """The collection laid over the shipped one; None where it is that one, or is to stand alone."""
        from plancompare.reading.collection import load_over, shipped

        same = self.alone or place_of(self.root) == place_of(shipped())
        return None if same else load_over(self.root, extra, self.index)

    @property
    def program(self) -> str:
        """How a command on this collection begins, as one would type it."""
        from plancompare.telling.home import PROGRAM

        if self.folder is None:
            return PROGRAM
        return f"{PROGRAM} {'--only-plans' if self.alone else '--plans'} {shlex.quote(str(self.folder))}"

    @property
    def leaves_out_shipped(self) -> bool:
        """Whether plans of the field are shipped that are there only if someone names them.

        A folder with a codebook of its own may be about another field; one that brings what it lies over has them all.
        """
        from plancompare.reading.collection import CODEBOOK, shipped
        from plancompare.reading.layers import UNDER

        borrows = not lexists(self.root / CODEBOOK) and not is_folder(self.root / UNDER)
        return borrows and not self.alone and place_of(self.root) != place_of(shipped())

    def shelf(
        self, judge_by: "Callable[[Corpus], Judge] | None" = None, name: str = "", beside: bool = False
    ) -> "tuple[Shelf, list[str]]":
        """All plans in brief, and the ids of those chosen: that which ``name`` calls, then the rest.

        If there is a judge, it says of each plan what it thinks. ``beside``: the rest is chosen among the others, else
        it may hold that one too. Raises PlanCompareError where none can be read, or none is called so.
        """
        from plancompare.model import shelf_of
        from plancompare.reading.collection import load_shelf

        names = [name] if name else []
        if self.where is not None:
            corpus, meant = self._meant_alone(names if beside else (), names)
            if name and not _plan_called(name, corpus.plans):
                corpus, (_, *meant) = self.everyone.choose([name, *meant], alone=True)
            plan = _plan_called(name, corpus.plans) if name else None
            return shelf_of(corpus, judge_by), [*([plan.id] if plan else []), *meant]
        if not _is_path(name):
            shelf = load_shelf(self.root, (), self.index, judge_by)
            plan = _plan_called(name, shelf.corpus.plans) if name else None
            if plan or not name:
                self._refuse_none(shelf.corpus)
                return shelf, [*([plan.id] if plan else []), *shelf.briefs]
        corpus, ids = self.choose(names)
        return shelf_of(corpus, judge_by), [*ids, *(plan.id for plan in corpus.plans)]

    def _refuse_none(self, corpus: "Corpus") -> None:
        if not corpus.plans:
            first = next((f for f in corpus.findings if f.level == "error"), None)
            raise PlanCompareError("no plan in {root} can be read: {first}", root=self.root, first=first)

    def screen(self) -> "Screen":
        """The screen that stdout is."""
        from plancompare.formats.terminal.screen import Screen

        return Screen.of_stdout(self.lang, self.ascii, self.width)

    def choose(
        self, names: Sequence[str], alone: bool = False, beside: Sequence[str] = ()
    ) -> "tuple[Corpus, list[str]]":
        """The corpus, and the ids of the plans that ``names`` call (id, name or path); all plans if none is named.

        A plan named twice is there twice: it is compared with itself. Where a name is none of the collection's own, the
        shipped plans are there beside it, with what people ruled on them; "all" names all of both. With ``alone`` the
        corpus holds the plans that a comparison of those named depends on, and those called like ``beside``; it may
        hold others. Of all these only the ids are given for which ``where`` holds; without names the rest is not read.
        """
        if self.where is None:
            return self._named_or_all(names, alone, beside)
        if not names:
            return self._meant_alone(beside=beside)
        corpus, ids = self._named_or_all(names, alone, beside)
        meant = self.of_those([plan for plan in corpus.plans if plan.id in ids])
        return corpus, [id for id in ids if id in meant]

    def _meant_alone(self, but: Sequence[str] = (), beside: Sequence[str] = ()) -> "tuple[Corpus, list[str]]":
        """The plans for which ``where`` holds; one that turns out broken behind its head is left out, as it is of all.

        Raises PlanCompareError where no other is left.
        """
        meant = self.meant(but)
        corpus = self._named([*meant, *beside], ()) or self.corpus()
        held = {plan.id for plan in corpus.plans}
        return corpus, [id for id in meant if id in held] or [_unknown(meant[0], corpus)]

    def meant(self, but: Sequence[str] = ()) -> list[str]:
        """The ids of the plans for which ``where`` holds, told by their title pages; not of those named in ``but``."""
        from plancompare.reading.title_pages import title_pages

        plans = title_pages(self.root, self.where.fields if self.where else (), index=self.index)
        out = {plan.id for name in but if (plan := _plan_called(name, plans))}
        return self.of_those([plan for plan in plans if plan.id not in out])

    @property
    def everyone(self) -> "Session":
        """The session that chooses from all plans."""
        return replace(self, where=None)

    @property
    def narrowed(self) -> dict[str, object]:
        """What of the choice of plans stands among the settings of an answer in JSON."""
        return {"where": str(self.where)} if self.where else {}

    def of_those(self, plans: "Sequence[Plan]") -> list[str]:
        """The ids of those of ``plans`` for which ``where`` holds, which ``notes`` say; of all without it."""
        if self.where is None:
            return [plan.id for plan in plans]
        from plancompare.comparing.where import select
        from plancompare.telling.where import selection_note

        selection = select(plans, self.where)
        self.notes.append(selection_note(selection, self.where, self.lang))
        return [plan.id for plan in selection.plans]

    def _named_or_all(
        self, names: Sequence[str], alone: bool = False, beside: Sequence[str] = ()
    ) -> "tuple[Corpus, list[str]]":
        """The corpus, and the ids of the plans that are named, else of all."""
        names = self._spelled_out(names)
        paths = [Path(name) for name in names if _is_path(name)]
        for path in paths:
            if not lexists(path):
                raise PlanCompareError("no file {path}; `plancompare list` names the plans held", path=path)
        if alone and names:
            corpus = self._named([name for name in (*names, *beside) if not _is_path(name)], paths)
            plans = [_plan_called(name, corpus.plans) for name in names] if corpus else [None]
            if corpus and None not in plans:
                return corpus, [plan.id for plan in plans if plan]
        corpus = self.corpus(paths)
        if not names:
            self._refuse_none(corpus)
            return corpus, [plan.id for plan in corpus.plans]
        plans = [_plan_called(name, corpus.plans) for name in names]
        if None in plans:
            corpus = self.layered(paths) or corpus
            plans = [_plan_called(name, corpus.plans) for name in names]
        return corpus, [plan.id if plan else _unknown(name, corpus) for name, plan in zip(names, plans, strict=True)]

    def _spelled_out(self, names: Sequence[str]) -> Sequence[str]:
        """The names, with the ids of all plans for "all", unless a plan is called so."""
        from plancompare.comparing.called import plan_called

        if not EVERY.intersection(names):
            return names
        plans = (self.layered() or self.corpus()).plans
        every = [plan.id for plan in plans]
        spelled = ([name] if name not in EVERY or plan_called(name, plans) else every for name in names)
        return list(dict.fromkeys(name for several in spelled for name in several))

    def _named(self, names: Sequence[str], paths: Sequence[Path]) -> "Corpus | None":
        """What of the collection plans so named ask for; None where that cannot be told without all the others."""
        from plancompare.comparing.drawn import needs_all_plans
        from plancompare.reading.collection import load_named

        corpus, whole = load_named(self.root, names, paths, self.index)
        return None if not whole and corpus.decisions and needs_all_plans(corpus) else corpus


def plan_named(name: str, comparison: "Comparison") -> str:
    """The id of the plan compared that is called ``name`` (id, name or path); "" where none is."""
    plan = _plan_called(name, comparison.plans)
    return plan.id if plan else ""


def _is_path(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or os.sep in name


def _plan_called(name: str, plans: "Sequence[Plan]") -> "Plan | None":
    path = place_of(name) if _is_path(name) else None
    from plancompare.comparing.called import plan_called

    here = (plan for plan in plans if path and place_of(plan.file) == path)
    return next(here, None) or plan_called(name, plans)


def _unknown(name: str, corpus: "Corpus") -> NoReturn:
    """Raise an error that says what is near to ``name``, or why its file is unusable."""
    path = place_of(name) if _is_path(name) else None
    for finding in corpus.findings:
        stem = Path(finding.at.file).stem
        if finding.level == "error" and (stem == name or (path and place_of(finding.at.file) == path)):
            raise PlanCompareError("{name} cannot be used: {finding}", name=name, finding=finding)
    from plancompare.comparing.called import unknown_plan

    raise unknown_plan(name, corpus.plans)
