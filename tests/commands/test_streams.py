"""Streams that are closed or full, settings and files that are none: one line, and a status that means no answer."""

import os
import pty
import signal
import subprocess
import sys
import tempfile
from codecs import lookup
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.support import collection, plan_text
from tests.terminals import Shown, on_terminal

FULL = Path("/dev/full")
pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = {
        "a": plan_text("a", ["id: a1, text: 推进区管校聘改革, theme: staffing"]),
        "b": plan_text("b", ["id: b1, text: 实施县管校聘, theme: staffing"]),
    }
    return collection(tmp_path / "plans", plans)


def shell(line: str, folder: Path) -> tuple[int, str, str]:
    """A line of sh in which $P is the program; status, stdout, stderr; a traceback or a hang fails."""
    environment = {**os.environ, "P": f"{sys.executable} -m plancompare --plans {folder}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment, timeout=60, check=False)
    stderr = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in stderr and "Exception ignored" not in stderr, stderr
    return done.returncode, done.stdout.decode("utf-8", "replace"), stderr


@pytest.mark.parametrize(
    "command", ["list", "diff a b", "report -f csv", "--help", "show --help", "--version", "encode x.txt"]
)
@pytest.mark.parametrize(
    "stream", [">&-", pytest.param(">/dev/full", marks=pytest.mark.skipif(not FULL.exists(), reason="no such device"))]
)
def test_an_answer_that_cannot_be_written_is_one_line_and_status_2(folder: Path, command: str, stream: str) -> None:
    (folder / "x.txt").write_text("一、发展\n新建学校10所，确保质量。\n" * 3, "utf-8")
    status, _, stderr = shell(f"$P {command.replace('x.txt', str(folder / 'x.txt'))} {stream}", folder)
    assert status == 2
    assert stderr.startswith("plancompare: cannot write to stdout: ") and stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_fault(folder: Path) -> None:
    for command in ("report -f json", "diff a b", "--help"):
        pipe = folder / "pipe"
        line = f"mkfifo {pipe}; $P {command} >{pipe} & exec 9<{pipe}; exec 9<&-; wait $!; echo $?; rm {pipe}"
        status, stdout, stderr = shell(line, folder)
        assert (status, stdout, stderr) == (0, "141\n", "")


def test_what_needs_no_stream_works_without(folder: Path) -> None:
    assert shell(f"$P report -f csv -o {folder}/r.csv >&- 2>&- <&-", folder) == (0, "", "")
    assert (folder / "r.csv").read_text("utf-8-sig").startswith("row")
    status, stdout, _ = shell("$P check 2>&-", folder)
    assert status in (0, 1)
    assert shell("$P check 2>/dev/full", folder)[:2] == (status, stdout)
    assert shell("$P list >&- 2>&- <&-", folder)[0] == 2


def test_review_without_a_keyboard_ends(folder: Path) -> None:
    status, _, stderr = shell("$P review <&-", folder)
    assert (status, stderr[:10]) == (0, "0 ruled on")
    assert not (folder / "decisions.yaml").exists()


def test_keys_typed_before_the_question_are_answers(folder: Path) -> None:
    shown = on_terminal(["--plans", str(folder), "review", "--date", "2026-01-31"], keys="\x1b[A学s".encode())
    assert shown.status == 0, shown
    assert b"same: [a/a1, b/b1]" in (folder / "decisions.yaml").read_bytes()


@pytest.mark.parametrize("keys", [b"\x1b", b"q", b"\xe5q"])
def test_keys_that_end_a_review(folder: Path, keys: bytes) -> None:
    assert on_terminal(["--plans", str(folder), "review"], keys=keys).status == 0
    assert not (folder / "decisions.yaml").exists()


def test_an_interruption_is_no_finding(folder: Path) -> None:
    def interrupted() -> None:
        def raised(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        import plancompare.comparing.comparison as module

        module.compare = raised  # type: ignore[assignment]

    assert on_terminal(["--plans", str(folder), "list"], before=interrupted).status in (0, 130)
    assert on_terminal(["--plans", str(folder), "diff", "a", "b"], before=interrupted).status == 130


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_to_be_stopped_when_all_is_done_is_no_traceback(folder: Path, name: str) -> None:
    own = (
        f"import atexit, os, signal, sys; atexit.register(lambda: os.kill(os.getpid(), signal.{name}));"
        f" sys.argv = ['plancompare', '--plans', '{folder}', 'list']; from plancompare.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", own], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (-getattr(signal, name), b"") and done.stdout.startswith(b"id ")


@pytest.mark.parametrize("columns", ["²", "100000000", "", "-5", "٣", "9" * 5000])
def test_the_width_that_a_terminal_says_is_taken_with_salt(folder: Path, columns: str) -> None:
    status, stdout, _ = shell(f"COLUMNS='{columns}' LINES='{columns}' $P matrix", folder)
    assert status == 0
    assert max(map(len, stdout.splitlines())) <= 400


def test_a_name_with_a_stray_byte_is_written_as_text(folder: Path) -> None:
    assert shell("printf s | $P review --who $'a\\xffb'", folder)[0] == 0
    assert 'who: "a\ufffdb"' in (folder / "decisions.yaml").read_text("utf-8")
    for command in (
        "report -f json",
        "report -f md",
        "report -f html",
        "report -f latex",
        "report -f csv",
        "list",
        "check",
    ):
        status, _, _ = shell(f"cp {folder}/a.yaml $'{folder}/c\\xff.yaml'; $P {command} >{folder}/out", folder)
        assert status in (0, 1), command
        (folder / "out").read_text("utf-8")


# --- what is no regular file ----------------------------------------------------------------------------------------

NAMED = (
    "check X",
    "check X.yaml",
    "diff X.yaml a",
    "review --to X.yaml",
    "review --batch X.csv",
    "review --batch X.xlsx",
    "encode X.txt",
    "encode y.txt --into X.yaml",
    "gaps X.txt",
    "evaluate X.yaml",
    "decisions diff X.yaml a.yaml",
    "publish X",
    "plot heatmap -o X.svg --force",
    "plot heatmap -o y.svg --font X",
    "report -o X.md --force",
    "new q -o X.yaml --force",
    "verify --sources X",
    "evaluate a.yaml --with X.yaml",
)


def placed(command: str, home: Path) -> str:
    """The command with X and the other names as paths in ``home``."""
    return " ".join(f"{home}/{word}" if word.startswith(("X", "y.")) else word for word in command.split())


@pytest.mark.parametrize("command", NAMED)
def test_a_pipe_is_not_waited_for(folder: Path, tmp_path: Path, command: str) -> None:
    for suffix in ("", ".yaml", ".csv", ".xlsx", ".txt", ".svg", ".md"):
        os.mkfifo(tmp_path / f"X{suffix}")
    (tmp_path / "y.txt").write_text("一、发展\n新建学校10所。", "utf-8")
    status, _, stderr = shell(f"$P {placed(command, tmp_path)}", folder)
    assert status in (1, 2) and stderr
    assert all((tmp_path / f"X{suffix}").is_fifo() for suffix in ("", ".yaml", ".csv", ".txt"))


def test_pipes_inside_a_collection_are_findings(folder: Path) -> None:
    for name in ("decisions.yaml", "README.md", "zz.yaml"):
        os.mkfifo(folder / name)
    status, stdout, _ = shell("$P check", folder)
    assert status == 1 and "decisions.yaml: error: cannot be read: it is a device, pipe or socket" in stdout
    assert shell("$P review", folder)[0] == 2
    assert shell(f"$P publish {folder.parent}/set", folder)[0] == 0


@pytest.mark.parametrize("command", NAMED)
def test_links_in_a_ring_are_one_line(folder: Path, tmp_path: Path, command: str) -> None:
    for suffix in ("", ".yaml", ".csv", ".xlsx", ".txt", ".svg", ".md"):
        (tmp_path / f"X{suffix}").symlink_to(f"X{suffix}")
    status, _, stderr = shell(f"$P {placed(command, tmp_path)} </dev/null", folder)
    assert status in (0, 1, 2) and stderr.count("\n") <= 4


@pytest.mark.parametrize("command", NAMED)
def test_a_name_that_is_too_long_is_one_line(folder: Path, tmp_path: Path, command: str) -> None:
    status, _, stderr = shell(f"$P {placed(command.replace('X', 'X' * 300), tmp_path)} </dev/null", folder)
    assert status in (0, 1, 2) and stderr.count("\n") <= 4


# --- what may not be read -------------------------------------------------------------------------------------------


@pytest.fixture
def closed() -> Iterator[Path]:
    """A place that anybody may enter, with a folder `no` that nobody may and a folder `in` that may only be listed."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        home.chmod(0o755)
        for inner, rights in (("no", 0o000), ("in", 0o444)):
            collection(home / inner, {"a": plan_text("a", ["id: a1, text: 推进区管校聘改革"])})
            (home / inner).chmod(rights)
        for path in collection(home / "ok", {"b": plan_text("b", ["id: b1, text: 县管校聘"])}).iterdir():
            path.chmod(0o644)
        os.umask(os.umask(0))
        (home / "ok").chmod(0o755)
        (home / "shut.yaml").write_text("id: x", "utf-8")
        (home / "shut.yaml").chmod(0)
        yield home
        for inner in ("no", "in"):
            (home / inner).chmod(0o755)


def as_nobody(*args: str) -> Shown:
    """A run of a person without rights; what it imports is read before they are given up."""
    for name in (
        "comparing.comparison",
        "checks",
        "telling.overview",
        "formats.terminal",
        "formats.markdown",
        "drafting.documents",
        "commands.check",
        "commands.list",
        "commands.show",
        "commands.verify",
        "commands.encode",
        "commands.review",
        "commands.publish",
        "commands.report",
        "commands.evaluate",
        "commands.gaps",
        "commands.new",
        "formats.sheet",
        "asking.verification",
        "publishing.dataset",
        "reading.writing.growth",
        "telling.drafts",
        "asking.desk.scaffold",
        "telling.scaffold",
        "asking.evaluation",
        "asking.review",
        "commands.diff",
    ):
        import_module(f"plancompare.{name}")
    for codec in ("utf-8-sig", "gb18030", "utf-16", "utf-32", "big5hkscs", "unicode_escape"):
        lookup(codec)
    return on_terminal(args, before=lambda: os.setuid(65534))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser can become nobody")
@pytest.mark.parametrize(
    "command",
    [
        "--plans no list",
        "--plans in list",
        "--plans no/deeper list",
        "--plans ok check no",
        "--plans ok check no/a.yaml",
        "--plans ok check shut.yaml",
        "--plans ok show shut.yaml",
        "--plans ok verify --sources no",
        "--plans ok verify --sources in",
        "--plans ok show no/a.yaml",
        "--plans ok encode no/a.txt",
        "--plans ok encode shut.yaml",
        "--plans ok review --to no/a.yaml",
        "--plans ok review --to shut.yaml",
        "--plans ok review --batch no/a.csv",
        "--plans ok publish no",
        "--plans ok publish no/a",
        "--plans ok report -o no/a.md",
        "--plans ok report -o ok/a.md",
        "--plans ok evaluate shut.yaml",
        "--plans ok gaps no/x.docx",
        "--plans ok new q -o no/q.yaml",
        "--plans ok encode ok/b.yaml --into no/a.yaml",
    ],
)
def test_what_may_not_be_read_or_written_is_one_line(closed: Path, command: str) -> None:
    words = [str(closed / word) if word.startswith(("no", "in", "ok", "shut")) else word for word in command.split()]
    shown = as_nobody(*words)
    told = shown.stderr.decode()
    assert "Traceback" not in told and shown.status in (0, 1, 2), told
    assert shown.status or "review" in words or "verify" in words, shown
    assert told.count("\n") <= 4


def test_a_terminal_is_a_terminal() -> None:
    """What these tests stand on: the child's streams are terminals."""
    master, slave = pty.openpty()
    assert os.isatty(slave)
    os.close(master)
    os.close(slave)
