"""A draft as a plan file, to the file asked for or to stdout: one writer for texts and for projects."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plancompare.commands.streams import put_bytes, tell
from plancompare.files import write_whole
from plancompare.telling.words import say

if TYPE_CHECKING:
    from plancompare.drafting.encoding.draft import Draft
    from plancompare.model import Lang


class Wish(NamedTuple):
    """What a person asked of new drafts; ``output`` is a file (None: stdout), for a project of several texts a folder.

    An empty ``identity`` or ``name`` and no ``period`` are what the text says itself.
    """

    output: Path | None
    force: bool
    identity: str = ""
    name: str = ""
    period: tuple[int, int] | None = None
    excerpt: bool = False


def put_plan(draft: "Draft", path: Path | None, wish: Wish, part: bool, lang: "Lang") -> "Draft":
    """Write the draft as a plan to be curated, ``part`` if its blanks prove nothing; the draft as it was written.

    What the person named is no guess that the file would ask about.
    """
    from plancompare.formats.editor import file_name
    from plancompare.telling.drafts import plan_text

    head = draft.front
    given = {field for field, value in (("name", wish.name), ("period", wish.period)) if value}
    guessed = tuple(field for field in head.guessed if field not in given)
    draft = draft._replace(front=head._replace(name=wish.name or head.name, guessed=guessed))
    text = plan_text(draft, "excerpt" if part else "full", file_name(), lang).encode()  # UTF-8 whatever the locale
    if path is None:
        put_bytes(text)
    else:
        write_whole(path, text, wish.force)
        tell(say("written", lang, file=path))
    return draft
