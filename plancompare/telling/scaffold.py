"""An empty plan file to fill: the head, the sections of a scaffold, and its promises as a checklist in comments."""

from collections.abc import Iterable, Iterator, Sequence

from plancompare.asking.desk.scaffold import Promise, Scaffold
from plancompare.model import Codebook, Lang, Section
from plancompare.reading.writing.scalars import comment, quoted
from plancompare.telling.words import say


def empty_plan(id: str, name: str, scaffold: Scaffold, codebook: Codebook, lang: Lang, schema: str) -> str:
    """The text of a plan file without commitments; it reads without errors as it is.

    ``schema`` is where an editor finds the schema of plans. A theme of a model's section is told by its label, one of
    the codebook by its definition.
    """
    about = {t.id: t.label.of(lang) if scaffold.has_model else t.definition for t in codebook.themes}
    lines = [f"# yaml-language-server: $schema={schema}"]
    lines += [comment(line) for line in say("new_head", lang).splitlines()]
    lines += [f"id: {id}", f"name: {quoted(name)}", f"title: {quoted(name)}   {comment(say('new_title', lang))}"]
    lines += [comment(line) for line in say("new_fields", lang).splitlines()]
    lines += ["status: draft", "coding: draft", f"source: {{extent: full, file: {quoted(id + '.txt')}}}"]
    lines.append("sections:" if scaffold.parts or not scaffold.has_model else "sections: []")
    for section, promises in scaffold.parts:
        lines += _section(section, about.get(section.theme, ""), promises, lang)
    if scaffold.elsewhere:
        lines += ["", comment(say("new_elsewhere", lang))]
        lines += _checklist(scaffold.elsewhere, lang)
    return "\n".join(lines) + "\n"


def _section(section: Section, about: str, promises: Sequence[Promise], lang: Lang) -> Iterator[str]:
    yield f"- id: {quoted(section.id)}"
    if section.path:
        yield f"  path: {quoted(section.path)}"
    yield f"  heading: {quoted(section.heading)}"
    if section.theme:
        yield f"  theme: {section.theme}   {comment(about)}"
    yield "  commitments: []"
    yield from _checklist(promises, lang)


def _checklist(promises: Iterable[Promise], lang: Lang) -> Iterator[str]:
    """Each promise as a comment with an empty record to fill."""
    for promise in promises:
        counted = say("of", lang, made=promise.made, covered=promise.covered)
        yield f"  # [ ] {counted}  {comment(promise.label.of(lang))[2:]}  [{promise.row}]"
        yield "  # - {id: , text: , evidence: }"
