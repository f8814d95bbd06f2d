"""An empty plan file to fill: the head, a section for each theme or another plan's outline, and a checklist of rows.

Only headings and curators' labels of rows carry over from other plans, never their sentences.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.model import Codebook, Label, Lang, Plan, Section
from plancompare.telling.words import say

# what YAML does not read as it stands, or takes for a line's end
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Promise(NamedTuple):
    """A row that most peers make: what curators call it, and how many make it."""

    row: str
    theme: str
    label: Label
    made: int
    covered: int


def usual(comparison: Comparison) -> tuple[Promise, ...]:
    """The rows that more than one plan, and at least half of those whose text covers the theme, make."""
    return tuple(
        Promise(row.id, row.theme, row.label, row.made, row.covered)
        for row in comparison.rows
        if row.made > 1 and row.made * 2 >= row.covered and _has_own_label(row)
    )


def _has_own_label(row: Row) -> bool:
    """Whether people named the row; else its label would be one plan's sentence."""
    return row.decision is not None and row.decision.label is not None


def section_themes(plan: Plan, comparison: Comparison) -> Mapping[str, str]:
    """The theme of each section by its id: a curator's pin, else that of more than half of its commitments.

    A section of aims that touches on everything has none, for a theme given to a section holds for all that is in it.
    """
    found = {section.id: section.theme for section in plan.sections if section.theme}
    own: dict[str, Counter[str]] = {}
    for commitment in plan.commitments:
        own.setdefault(commitment.section.id, Counter())[comparison.themes[commitment.key].theme] += 1
    for section, themes in own.items():
        [(theme, count)] = themes.most_common(1)
        if count * 2 > themes.total():
            found.setdefault(section, theme)
    return found


def empty_plan(
    id: str,
    name: str,
    codebook: Codebook,
    lang: Lang,
    schema: str,
    like: Plan | None = None,
    themes: Mapping[str, str] | None = None,
    promises: Sequence[Promise] = (),
) -> str:
    """The text of a plan file without commitments; it reads without errors as it is.

    ``like`` gives the outline; ``themes`` are the themes of its sections (by section id), under which ``promises``
    then stand as a checklist in comments.
    """
    labels = {theme.id: theme.label.of(lang) for theme in codebook.themes}
    lines = [f"# yaml-language-server: $schema={schema}"]
    lines += [f"# {line}" for line in say("new_head", lang).splitlines()]
    lines += [f"id: {id}", f"name: {_quoted(name)}", f"title: {_quoted(name)}   # {say('new_title', lang)}"]
    lines += [f"# {line}" for line in say("new_fields", lang).splitlines()]
    lines += ["status: draft", "coding: draft", f"source: {{extent: full, file: {_quoted(id + '.txt')}}}"]
    lines.append("sections: []" if like and not like.sections else "sections:")
    left = {promise.row: promise for promise in promises}
    if like:
        for section in like.sections:
            theme = (themes or {}).get(section.id, section.theme)
            own = [left.pop(row) for row in list(left) if theme and left[row].theme == theme]
            lines += _section(section, theme, labels.get(theme, ""), own, lang)
    else:
        for place, known in enumerate(codebook.themes, 1):
            section = Section(str(place), "", known.label.zh or known.id)
            own = [left.pop(row) for row in list(left) if left[row].theme == known.id]
            lines += _section(section, known.id, known.definition, own, lang)
    if left:
        lines += ["", f"# {say('new_elsewhere', lang)}"]
        lines += _checklist(left.values(), lang)
    return "\n".join(lines) + "\n"


def _section(section: Section, theme: str, about: str, promises: Sequence[Promise], lang: Lang) -> Iterator[str]:
    yield f"- id: {_quoted(section.id)}"
    if section.path:
        yield f"  path: {_quoted(section.path)}"
    yield f"  heading: {_quoted(section.heading)}"
    if theme:
        yield f"  theme: {theme}   # {_comment(about)}"
    yield "  commitments: []"
    yield from _checklist(promises, lang)


def _checklist(promises: Iterable[Promise], lang: Lang) -> Iterator[str]:
    """Each promise as a comment with an empty record to fill."""
    for promise in promises:
        counted = say("of", lang, made=promise.made, covered=promise.covered)
        yield f"  # [ ] {counted}  {_comment(promise.label.of(lang))}  [{promise.row}]"
        yield "  # - {id: , text: , evidence: }"


def _quoted(text: str) -> str:
    """A YAML scalar; JSON's strings are YAML's."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # no file holds half a pair
    return _UNREADABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(whole, ensure_ascii=False))


def _comment(text: str) -> str:
    return " ".join(_UNREADABLE.sub("\ufffd", text).split())
