"""A folder of YAML files to a corpus. Bad data raises nothing: what is sound is kept, the rest is a finding."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from os.path import lexists
from pathlib import Path

from plancompare.errors import PlanCompareError, require
from plancompare.files import is_folder, yaml_files
from plancompare.findings import Finding
from plancompare.model import Catalogue, Codebook, Corpus, Decision, Indicator, Judge, Shelf, Store, shelf_of
from plancompare.reading import build, layers
from plancompare.reading.reader import CODEBOOK, DECISIONS, INDICATORS, ROLES, Reader, shipped
from plancompare.reading.store import user_store

__all__ = [
    "CODEBOOK",
    "DECISIONS",
    "INDICATORS",
    "ROLES",
    "folder_meant",
    "load",
    "load_named",
    "load_over",
    "load_shelf",
    "read_decisions",
    "shipped",
    "vocabulary",
]
Paths = str | PathLike[str] | Iterable[str | PathLike[str]]


def folder_meant(named: Path | None) -> Path:
    """The folder of a collection that was named, else ./plans if it holds plans, else the shipped one."""
    if named is not None:
        return named
    here = Path("plans")
    return here if is_folder(here) and yaml_files(here) else shipped()


def load(folder: str | PathLike[str] | None = None, extra: Paths = (), index: bool = True) -> Corpus:
    """Read a collection: ``folder`` (default: the shipped one), and ``extra`` plan files beside it.

    A folder without codebook or indicators borrows the shipped ones. A folder that has a folder ``shipped`` in it lies
    over that: so a published collection brings along what it was laid over. Plans are taken from the user's ``index``
    where their files are unchanged, which gives the same values. Faults are in ``findings`` of the result;
    raises PlanCompareError only where there is no folder, or no plan file in it.

    >>> from plancompare import load
    >>> load()
    <Corpus of chaoyang, city-jia, city-yi, fengtai, yuquan: 0 findings>
    >>> load("no-such-folder")
    Traceback (most recent call last):
    ...
    plancompare.errors.PlanCompareError: no folder no-such-folder; name a collection with --plans DIR
    """
    require("folder", folder, str, PathLike, type(None))
    root = Path(folder) if folder is not None else shipped()
    if not is_folder(root):
        raise PlanCompareError("no folder {root}; name a collection with --plans DIR", root=root)
    if is_folder(root / layers.UNDER):
        return load_over(root, extra, index)
    return _read(Reader(root, index=index), extra)


def load_named(
    folder: str | Path, names: Collection[str], extra: Paths = (), index: bool = True
) -> tuple[Corpus, bool]:
    """Read only what plans called ``names``, and rulings, ask for; and whether that is the whole collection.

    All plans that have one of the names are there, with those that rulings speak of and ``extra``. Findings and inputs
    are those of the files that were read. Raises PlanCompareError as `load` does.
    """
    root = Path(folder)
    if not is_folder(root) or is_folder(root / layers.UNDER):
        return load(root, extra, index), True
    reader = Reader(root, index=index)
    return _read(reader, extra, names), not reader.unread


def load_shelf(
    folder: str | Path, extra: Paths = (), index: bool = True, judge_by: Callable[[Corpus], Judge] | None = None
) -> Shelf:
    """Read a collection in brief, so that no more than one plan is held whole at a time.

    The corpus, its findings and inputs are those of `load`, but that its plans are without commitments. ``judge_by``
    makes a judge of single plans from the corpus without any; what it says of each is in ``said`` of its brief.
    Raises PlanCompareError as `load` does.
    """
    root = Path(folder)
    if is_folder(root) and not is_folder(root / layers.UNDER):
        with _no_cycle_collection():
            return Reader(root, index=index).shelf(_as_paths(extra), judge_by)
    return shelf_of(load(root, extra, index), judge_by)


def load_over(folder: str | Path, extra: Paths = (), index: bool = True) -> Corpus:
    """Read a collection laid over the shipped one: plans, themes, indicators, standards and rulings of both.

    What ``folder`` has under an id that is shipped replaces it. Raises PlanCompareError as `load` does.
    """
    root, store = Path(folder), user_store()
    bundled = root / layers.UNDER
    brings = is_folder(bundled)
    over = _read(Reader(root, bundled if brings else shipped(), index), extra)
    under = _read(Reader(bundled, None, index), ()) if brings else load(shipped(), (), index)
    codebook, catalogue = under.codebook, over.catalogue
    if lexists(root / CODEBOOK):  # else all is borrowed already
        codebook = layers.codebook_over(over.codebook, under.codebook)
        catalogue = Reader(root, bundled if brings else shipped()).standards(store, over=True)
    return Corpus(
        plans=layers.plans_over(over.plans, under.plans),
        codebook=codebook,
        indicators=layers.indicators_over(over.indicators, under.indicators),
        rulings=layers.rulings_over(over.rulings, under.rulings),
        catalogue=catalogue,
        store=store,
        kept=over.kept,
        inputs=layers.inputs_over(over.inputs, under.inputs),
        findings=over.findings,
    )


def _read(reader: Reader, extra: Paths, names: Collection[str] | None = None) -> Corpus:
    with _no_cycle_collection():
        return reader.corpus(_as_paths(extra), names)


def _as_paths(extra: Paths) -> list[Path]:
    require("extra", extra, str, PathLike, Iterable)
    several = [extra] if isinstance(extra, str | PathLike) else [*extra]
    for path in several:
        require("extra", path, str, PathLike)
    return [Path(path) for path in several]


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[Finding, ...]]:
    """The rulings of one file, and what was wrong with it."""
    reader = Reader(path.parent)
    root, _ = reader.read(path, "decisions")
    return (build.decisions(root, str(path)) if root is not None else ()), tuple(reader.findings)


def vocabulary(folder: Path) -> tuple[Codebook, Mapping[str, Indicator], Catalogue, Store]:
    """The codebook, indicators and catalogue of a collection, whether or not it holds plans yet; and the user's store.

    Words that steer an encoding are borrowed from the shipped codebook where the collection's own has none.
    """
    reader = Reader(folder)
    codebook = reader.part(CODEBOOK, build.codebook) or Codebook()
    indicators = reader.indicators_once(reader.part(INDICATORS, build.indicators) or ())
    if not codebook.lexicon.encoding and lexists(folder / CODEBOOK):
        lent = Reader(shipped()).part(CODEBOOK, build.codebook) or Codebook()
        codebook = codebook._replace(lexicon=codebook.lexicon._replace(encoding=lent.lexicon.encoding))
    store = user_store()
    return codebook, {indicator.id: indicator for indicator in sorted(indicators)}, reader.standards(store), store


@contextmanager
def _no_cycle_collection() -> Iterator[None]:
    """Loading makes many objects and no garbage: looking for cycles meanwhile costs more than the loading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
