"""A collection laid over another: what it adds is added, of equal ids its own replaces the other's."""

from collections.abc import Mapping, Sequence

from plancompare.model import Codebook, Indicator, InputFile, Lexicon, Plan, Rulings

UNDER = "shipped"  # before the names of files that lie in the collection below


def plans_over(own: Sequence[Plan], under: Sequence[Plan]) -> tuple[Plan, ...]:
    """All plans, by id."""
    found = {plan.id: plan for plan in (*under, *own)}
    return tuple(found[id] for id in sorted(found))


def codebook_over(own: Codebook, under: Codebook) -> Codebook:
    """The themes of both in the order of the one below, new ones behind them; words of both."""
    themes = {theme.id: theme for theme in (*under.themes, *own.themes)}
    return Codebook(own.version or under.version, tuple(themes.values()), _lexicon_over(own.lexicon, under.lexicon))


def _lexicon_over(own: Lexicon, under: Lexicon) -> Lexicon:
    return Lexicon(
        synonyms=tuple(dict.fromkeys((*own.synonyms, *under.synonyms))),
        stock=tuple(dict.fromkeys((*under.stock, *own.stock))),
        gates={**under.gates, **own.gates},
        strength={**under.strength, **own.strength},
        amounts=tuple(dict.fromkeys((*under.amounts, *own.amounts))),
        encoding={**under.encoding, **own.encoding},
        plain={term: (*under.plain.get(term, ()), *own.plain.get(term, ())) for term in {**under.plain, **own.plain}},
    )


def indicators_over(own: Mapping[str, Indicator], under: Mapping[str, Indicator]) -> Mapping[str, Indicator]:
    """All indicators, by id."""
    found = {**under, **own}
    return {id: found[id] for id in sorted(found)}


def rulings_over(own: Rulings, under: Rulings) -> Rulings:
    """The rulings of both; a row of one's own replaces the row of that id, a reading of a plan the other's."""
    named = {decision.id for decision in own.decisions if decision.id}
    kept = tuple(decision for decision in under.decisions if decision.id not in named)
    return Rulings((*kept, *own.decisions), {**under.reviewed, **own.reviewed}, own.file or under.file)


def inputs_over(own: Sequence[InputFile], under: Sequence[InputFile]) -> tuple[InputFile, ...]:
    """The files of both, each once; where both have a file of one name the lower one's is told apart by its folder."""
    places = {file.file for file in own}
    names = {file.path for file in own}
    others = (file for file in under if file.file not in places)
    told = [f._replace(path=f"{UNDER}/{f.path}") if f.path in names else f for f in others]
    return tuple(sorted((*own, *told), key=lambda file: file.path))
