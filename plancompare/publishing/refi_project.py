"""The project file of REFI-QDA (.qdpx): plans as texts and cases, commitments as coded passages, rows as links.

Readers differ, hence some caution: every element that may carry a date and a user has them, as QualCoder cannot do
without; a text lies in a file of its own; names of texts are fit for file names. The archive is not compressed, so
that its bytes do not depend on the zlib at hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZipFile, ZipInfo

from plancompare.comparing.comparison import Comparison
from plancompare.comparing.rows import Row
from plancompare.comparing.targets import shown
from plancompare.model import Commitment, Lang, Plan
from plancompare.publishing.refi_codes import (
    ORIGIN,
    Code,
    as_xml,
    codebook_element,
    describe,
    guid,
    one_line,
    sound,
)
from plancompare.publishing.refi_texts import PlanText, Span
from plancompare.telling.words import say

_USER = guid("user", "plancompare")
_FILE_NAMES = str.maketrans('/\\:*?"<>|', "／＼：＊？＂＜＞｜")
_OF_TEXTS = "variable of texts"
_VARIABLES: Mapping[str, str] = {
    "area": "Text",
    "level": "Text",
    "period_from": "Integer",
    "period_to": "Integer",
    "extent": "Text",
}


class Project(NamedTuple):
    """What the project file is made of; ``rows`` are the rows' ids, ``day`` an ISO date, ``description`` what it is."""

    comparison: Comparison
    title: str
    description: str
    day: str
    codes: tuple[Code, ...]
    rows: Sequence[str]
    texts: Sequence[PlanText]
    lang: Lang

    @property
    def created(self) -> dict[str, str]:
        """Who made a thing, and when."""
        return {"creatingUser": _USER, "creationDateTime": f"{self.day}T00:00:00Z"}


def qdpx(project: Project) -> bytes:
    """The archive: project.qde and a text file for each plan."""
    files = {f"sources/{guid('plan', t.plan.id)}.txt": t.text.encode("utf-8", "replace") for t in project.texts}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in [("project.qde", as_xml(_project(project))), *sorted(files.items())]:
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3  # the same wherever it is made
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def _project(project: Project) -> Element:
    created = {"creatingUserGUID": _USER, "creationDateTime": f"{project.day}T00:00:00Z"}
    named = {"xmlns": "urn:QDA-XML:project:1.0", "name": one_line(project.title), "origin": ORIGIN}
    root = Element("Project", named | created)
    SubElement(SubElement(root, "Users"), "User", guid=_USER, name="plancompare")
    root.append(codebook_element(project.codes))
    root.append(_variables(project.lang))
    root.append(_cases(project))
    root.append(_sources(project))
    root.extend(part for part in (_notes(project), _links(project)) if len(part))
    describe(root, project.description)
    return root


def _variables(lang: Lang) -> Element:
    """The variables, once for cases and once for texts: programs keep a variable for one or the other."""
    variables = Element("Variables")
    for name, kind in _VARIABLES.items():
        label = say(f"publish_{name}", lang)
        for owner, called in (("variable", label), (_OF_TEXTS, say("publish_of_text", lang, name=label))):
            SubElement(variables, "Variable", guid=guid(owner, name), name=called, typeOfVariable=kind)
    return variables


def _give_values(element: Element, plan: Plan, owner: str, lang: Lang) -> None:
    """What is known of a plan, as values of the variables of ``owner``."""
    for name, value in _values(plan, lang):
        own = SubElement(element, "VariableValue")
        SubElement(own, "VariableRef", targetGUID=guid(owner, name))
        SubElement(own, f"{_VARIABLES[name]}Value").text = sound(value)


def _cases(project: Project) -> Element:
    """A case for each plan: what is known of it as values of the variables, and its text."""
    cases = Element("Cases")
    for plan in project.comparison.plans:
        case = SubElement(cases, "Case", guid=guid("case", plan.id), name=_name(plan, project.comparison.plans))
        describe(case, plan.title)
        _give_values(case, plan, "variable", project.lang)
        SubElement(case, "SourceRef", targetGUID=guid("plan", plan.id))
    return cases


def _values(plan: Plan, lang: Lang) -> list[tuple[str, str]]:
    start, end = plan.period or ("", "")
    values = {
        "area": plan.area.name,
        "level": plan.area.level,
        "period_from": str(start),
        "period_to": str(end),
        "extent": say(plan.source.extent, lang),
    }
    return [(name, value) for name, value in values.items() if value]


def _name(plan: Plan, plans: Iterable[Plan]) -> str:
    """A plan's short name as a file may be called, with its id where another plan has the same one."""
    names = {other.id: one_line(other.name).translate(_FILE_NAMES) for other in plans}
    name = names[plan.id]
    alike = sum(other.casefold() == name.casefold() for other in names.values())
    return name if name and alike == 1 else f"{name} [{plan.id}]".strip()


def _sources(project: Project) -> Element:
    codes = _codes_of(project)
    sources = Element("Sources")
    for text in project.texts:
        plan = text.plan
        plan_guid = guid("plan", plan.id)
        name = _name(plan, project.comparison.plans)
        source = SubElement(
            sources, "TextSource", guid=plan_guid, name=name, plainTextPath=f"internal://{plan_guid}.txt"
        )
        source.attrib |= project.created
        extent = say("publish_whole_source" if text.whole else "publish_phrases_only", project.lang)
        describe(source, f"{plan.title}\n{extent}".strip())
        for span in text.spans:
            source.append(_selection(span, codes[span.commitment.key], project))
        _give_values(source, plan, _OF_TEXTS, project.lang)
    return sources


def _codes_of(project: Project) -> Mapping[str, tuple[str, ...]]:
    """The codes of each commitment: its themes, its strength, and its row if several plans make it."""
    comparison = project.comparison
    codes = {}
    for name, row in zip(project.rows, comparison.rows, strict=True):
        shared = [f"row:{name}"] if row.made > 1 else []
        for c in row.commitments:
            themes = dict.fromkeys(theme for theme in (comparison.themes[c.key].theme, *c.also) if theme)
            codes[c.key] = (*(f"theme:{theme}" for theme in themes), f"strength:{c.strength}", *shared)
    return codes


def _selection(span: Span, codes: Iterable[str], project: Project) -> Element:
    key = f"{span.commitment.key}:{span.number}"
    offsets = {"startPosition": str(span.start), "endPosition": str(span.end)}
    element = Element("PlainTextSelection", guid=_selection_guid(span.commitment, span.number))
    element.attrib |= {"name": one_line(span.commitment.key), **offsets, **project.created}
    describe(element, _description(span))
    for code in codes:
        coding = SubElement(element, "Coding", {"guid": guid("coding", f"{key}:{code}")} | project.created)
        SubElement(coding, "CodeRef", targetGUID=guid("code", code))
    return element


def _description(span: Span) -> str:
    """The commitment in the curators' words, its figures and its note; and how sure the place is, if it is not."""
    commitment = span.commitment
    figures = ", ".join(shown(target) for target in commitment.targets)
    doubt = span.status if span.status in ("fuzzy", "ambiguous") else ""
    return "\n".join(part for part in (commitment.text, figures, commitment.note, doubt) if part)


def _selection_guid(commitment: Commitment, number: int) -> str:
    return guid("selection", f"{commitment.key}:{number}")


def _notes(project: Project) -> Element:
    """Why people put commitments into one row, where they said so."""
    notes = Element("Notes")
    for name, row in zip(project.rows, project.comparison.rows, strict=True):
        if row.decision and row.decision.reason and row.made > 1:
            named = {"guid": guid("note", name), "name": one_line(row.label.of(project.lang))}
            note = SubElement(notes, "Note", named | project.created)
            SubElement(note, "PlainTextContent").text = sound(row.decision.reason)
    return notes


def _links(project: Project) -> Element:
    """A link from the first passage of each row's core to the first passage of every other member."""
    first = {span.commitment.key: span for text in project.texts for span in reversed(text.spans)}
    links = Element("Links")
    for name, row in zip(project.rows, project.comparison.rows, strict=True):
        members = [first[c.key] for c in row.commitments if c.key in first]
        if row.made > 1 and members:
            _link(links, name, row, members, project.lang)
    return links


def _link(links: Element, name: str, row: Row, members: Sequence[Span], lang: Lang) -> None:
    start = next((span for span in members if span.commitment == row.core), members[0])
    for span in members:
        if span is not start:
            ends = {
                "originGUID": _selection_guid(start.commitment, start.number),
                "targetGUID": _selection_guid(span.commitment, span.number),
            }
            link_guid = guid("link", f"{name}:{span.commitment.key}")
            link = SubElement(links, "Link", guid=link_guid, name=one_line(row.label.of(lang)))
            link.attrib |= {"direction": "Associative", **ends}
            if row.decision and row.decision.reason:
                SubElement(link, "NoteRef", targetGUID=guid("note", name))
