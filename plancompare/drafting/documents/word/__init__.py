"""Word files (.docx): the text as it stands with all tracked changes accepted.

Read straight from the XML in the package, paragraph by paragraph, so that a long file costs little more than its text.
Nothing outside the file is ever opened, no macro run, and XML that declares anything of its own is refused.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from plancompare.drafting.documents.finishing import finished
from plancompare.drafting.documents.model import Paragraph, Reading, Watch, noted
from plancompare.drafting.documents.word.body import Body
from plancompare.drafting.documents.word.numbering import Numbering
from plancompare.drafting.documents.word.package import Package
from plancompare.drafting.documents.word.styles import Styles
from plancompare.drafting.documents.word.xml import parsed, streamed


def read_word(file: str, path: Path, watch: Watch) -> Reading:
    """The paragraphs of a Word file. Raises PlanCompareError for what is none, or is locked, cut off or hostile."""
    with Package(file, path) as package:
        styles = Styles(parsed(package, package.beside("styles.xml")))
        numbering = Numbering(parsed(package, package.beside("numbering.xml")))
        body = Body(styles, numbering)
        paragraphs = list(_paragraphs(body, streamed(package, package.main, watch)))
        notes = ([noted("doc_macros")] if package.macros else []) + body.notes()
    if not body.pages:
        paragraphs = [p._replace(page=None) for p in paragraphs]
    return finished(paragraphs, notes)


def _paragraphs(body: Body, elements: Iterator[tuple[Element, bool]]) -> Iterator[Paragraph]:
    for element, in_contents in elements:
        yield from body.block(element, in_contents)
    yield from body.rest()
