"""Which plans were chosen by --where, in words; and what its fields and values are called in Chinese."""

from collections.abc import Mapping, Sequence

from plancompare.comparing.where import FIELDS, Selection, Where
from plancompare.model import Lang
from plancompare.telling.words import clauses, has, listed, say
from plancompare.telling.words.views import ALSO

MOST = 3  # plans named in a note


def names_of_fields() -> Mapping[str, Sequence[str]]:
    """Further names of fields and values -> what they stand for; a word may stand for several values."""
    names: dict[str, list[str]] = {}
    also = dict(ALSO)
    for field, values in FIELDS.items():
        for id in (field, *values):
            for name in dict.fromkeys((field_name(id, "zh"), *also[id])):
                names.setdefault(name, []).append(id)
    return names


def field_name(id: str, lang: Lang) -> str:
    """A field of --where, or one of its values, in words."""
    return say(f"where_{id}" if has(f"where_{id}") else id, lang)


def selection_note(selection: Selection, where: Where, lang: Lang) -> str:
    """How many plans were chosen, of how many, and who does not say what was asked."""
    told = [say("where_chosen", lang, chosen=len(selection.plans), all=selection.of, where=where)]
    for field in dict.fromkeys(selection.silent.values()):
        plans = [plan for plan, said in selection.silent.items() if said == field]
        names = listed((*plans[:MOST], *("…",) * (len(plans) > MOST)), lang)
        told.append(say("where_silent", lang, count=len(plans), field=field_name(field, lang), plans=names))
    return clauses(told, lang)
