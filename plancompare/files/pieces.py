"""Many small pieces kept in one file of the user's cache: an SQLite file, which may be deleted at any time.

What is in it is never taken on trust. A piece counts only where the hash of its name and bytes stands beside it; a file
that another program made is left alone; one of ours that is damaged or of another form is begun anew. Writes are
transactions: a run that is killed, or two at once, leave pieces whole or not there. Whatever fails costs time alone.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TypeVar

from plancompare.errors import PlanCompareError
from plancompare.files.folders import make_folder

OURS = 0x706C6370  # "plcp", which stands in the header of the file
FORM = 1  # raise it when the table changes
MOST = 50_000  # pieces, some four a plan: those of some collections of 3,000 plans, before the oldest go
PATIENCE = 2.0  # seconds that another run's writing is waited for; to go without costs little more
_HEADER = b"SQLite format 3\0"
_MARK_AT = 68  # of the four bytes in the header that say whose file it is
Answer = TypeVar("Answer")
_TABLE = "CREATE TABLE pieces (number INTEGER PRIMARY KEY, name TEXT UNIQUE, seal BLOB, data BLOB)"


class PieceFile:
    """Pieces by name in the file at ``path``, which is opened when it is first asked; a copy opens it anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()  # threads ask one after another
        self._connection: sqlite3.Connection | None = None
        self._tried = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PieceFile) and other._path == self._path

    def __hash__(self) -> int:
        return hash(self._path)

    def __reduce__(self) -> tuple[type["PieceFile"], tuple[Path]]:
        return PieceFile, (self._path,)

    def get(self, name: str) -> bytes | None:
        """The bytes of the piece; None where there is none, or none that is as it was written."""
        line = self._ask(lambda c: c.execute("SELECT seal, data FROM pieces WHERE name = ?", (name,)).fetchone())
        if line is None or not isinstance(line[1], bytes):
            return None
        return line[1] if line[0] == _seal(name, line[1]) else None

    def put(self, pieces: Mapping[str, bytes]) -> None:
        """Keep all pieces or, where that cannot be, none; the oldest go where there are too many."""
        self._ask(lambda connection: _put(connection, pieces))

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        """The answer of the open file; None where there is none, and a damaged file of ours is removed."""
        with self._lock:
            return self._asked(question)

    def _asked(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        try:
            if not self._tried:
                self._tried = True
                self._connection = _opened(self._path)
            return question(self._connection) if self._connection else None
        except sqlite3.OperationalError as error:  # locked, full, read-only: mostly the file itself is sound
            damaged = "malformed" in str(error)
        except sqlite3.ProgrammingError:  # a fault of ours says nothing of the file
            damaged = False
        except sqlite3.DatabaseError:
            damaged = True
        except (OSError, PlanCompareError):
            damaged = False
        self._close()
        with suppress(OSError):
            if damaged and _is_ours(self._path):
                self._path.unlink(missing_ok=True)
        return None

    def _close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None


def _opened(path: Path) -> sqlite3.Connection | None:
    """A connection to a file of ours, made if need be; None for what is foreign."""
    make_folder(path.parent)
    if path.exists() and not (path.is_file() and (path.stat().st_size == 0 or _is_ours(path))):
        return None
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        if _form_of(connection) != (OURS, FORM):
            connection.execute("BEGIN IMMEDIATE")
            if _form_of(connection) != (OURS, FORM):  # another run may have been faster
                for kind, name in connection.execute("SELECT type, name FROM sqlite_master WHERE sql > ''").fetchall():
                    connection.execute(f'DROP {kind} IF EXISTS "{name}"')
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA application_id = {OURS}")
                connection.execute(f"PRAGMA user_version = {FORM}")
            connection.execute("COMMIT")
        if _tables_of(connection) != [("table", _TABLE)]:  # a view might never end
            raise sqlite3.DatabaseError("not as we make it")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _put(connection: sqlite3.Connection, pieces: Mapping[str, bytes]) -> None:
    lines = [(name, _seal(name, data), data) for name, data in pieces.items()]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT OR REPLACE INTO pieces (name, seal, data) VALUES (?, ?, ?)", lines)
    connection.execute("DELETE FROM pieces WHERE number <= (SELECT max(number) FROM pieces) - ?", (MOST,))
    connection.execute("COMMIT")


def _form_of(connection: sqlite3.Connection) -> tuple[int, int]:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    return mark, form


def _tables_of(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """What the file holds: kind and definition of each thing that was made in it."""
    return connection.execute("SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()


def _is_ours(path: Path) -> bool:
    """Whether the header says that we made the file; its rest may be damaged all the same."""
    with path.open("rb") as file:
        header = file.read(_MARK_AT + 4)
    return header.startswith(_HEADER) and header[_MARK_AT:] == OURS.to_bytes(4, "big")


def _seal(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + data).digest()
