"""Where what is dear to make is kept between runs: a folder of the user's own, which may be deleted at any time."""

import os
from pathlib import Path
from typing import NamedTuple

from plancompare.errors import PlanCompareError
from plancompare.files import make_folder, write_whole
from plancompare.model import NO_STORE, Index, Store

VARIABLE = "PLANCOMPARE_CACHE"  # names the folder; "" (set, but empty): keep nothing
INDEX = "plans.sqlite"  # the file in that folder which keeps plans as they were read
MOST = 50_000_000  # bytes: nothing that we keep comes near, so a larger file is not ours


class FolderStore(NamedTuple):
    """Keeps each piece in a file of its own."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        """The bytes of the piece; None where there is none, or what is there is no plain file of a fitting size."""
        path = self.folder / name
        try:
            return path.read_bytes() if path.is_file() and path.stat().st_size <= MOST else None
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep a piece, and forget the older ones of its kind; a folder that cannot be written keeps nothing."""
        try:
            make_folder(self.folder)
            write_whole(self.folder / name, data, force=True)
        except PlanCompareError:
            return


def user_index() -> Index | None:
    """The index of plans in the user's store; None where nothing is kept."""
    store = user_store()
    if not isinstance(store, FolderStore):
        return None
    from plancompare.files.pieces import PieceFile

    return PieceFile(store.folder / INDEX)


def user_store() -> Store:
    """The store in the user's cache folder, or wherever the environment says."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return FolderStore(Path(named)) if named else NO_STORE
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return FolderStore((Path(base) if base else Path.home() / ".cache") / "plancompare")
    except RuntimeError:  # nobody's home
        return NO_STORE
