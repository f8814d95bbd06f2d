"""A collection laid over another: what it adds is added, of equal ids its own replaces the other's."""

from collections.abc import Mapping, Sequence

from plancompare.model import Codebook, Indicator, InputFile, Lexicon, Plan, Rulings

UNDER = "shipped"  # before the names of files that lie in the collection below


def plans_over(over: Sequence[Plan], under: Sequence[Plan]) -> tuple[Plan, ...]:
    """All plans, by id."""
    by_id = {plan.id: plan for plan in (*under, *over)}
    return tuple(by_id[id] for id in sorted(by_id))


def codebook_over(over: Codebook, under: Codebook) -> Codebook:
    """The themes of both in the order of the one below, new ones behind them; words of both."""
    themes = {theme.id: theme for theme in (*under.themes, *over.themes)}
    return Codebook(over.version or under.version, tuple(themes.values()), _lexicon_over(over.lexicon, under.lexicon))


def _lexicon_over(over: Lexicon, under: Lexicon) -> Lexicon:
    return Lexicon(
        synonyms=tuple(dict.fromkeys((*over.synonyms, *under.synonyms))),
        stock=tuple(dict.fromkeys((*under.stock, *over.stock))),
        gates={**under.gates, **over.gates},
        strength={**under.strength, **over.strength},
        amounts=tuple(dict.fromkeys((*under.amounts, *over.amounts))),
        encoding={**under.encoding, **over.encoding},
        plain={term: (*under.plain.get(term, ()), *over.plain.get(term, ())) for term in {**under.plain, **over.plain}},
    )


def indicators_over(over: Mapping[str, Indicator], under: Mapping[str, Indicator]) -> Mapping[str, Indicator]:
    """All indicators, by id."""
    by_id = {**under, **over}
    return {id: by_id[id] for id in sorted(by_id)}


def rulings_over(over: Rulings, under: Rulings) -> Rulings:
    """The rulings of both; a row of one's own replaces the row of that id, a reading of a plan the other's."""
    named = {decision.id for decision in over.decisions if decision.id}
    others = tuple(decision for decision in under.decisions if decision.id not in named)
    return Rulings((*others, *over.decisions), {**under.reviewed, **over.reviewed}, over.file or under.file)


def inputs_over(over: Sequence[InputFile], under: Sequence[InputFile]) -> tuple[InputFile, ...]:
    """The files of both, each once; where both have a file of one name the lower one's is told apart by its folder."""
    places = {file.file for file in over}
    names = {file.path for file in over}
    others = (file for file in under if file.file not in places)
    renamed = [f._replace(path=f"{UNDER}/{f.path}") if f.path in names else f for f in others]
    return tuple(sorted((*over, *renamed), key=lambda file: file.path))
