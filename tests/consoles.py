"""Consoles of the documents: under each command stands what it answers today.

A block that begins with ```console holds commands, on lines that begin with "$ ", each followed by what it prints. The
commands of one document run in order in one folder, by a real shell, as a reader would type them: the folder holds what
`docs/examples` holds, the screen is 100 columns wide, and a document called `NAME.zh.md` is read by someone whose
computer speaks Chinese.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs" / "examples"
CONSOLE = re.compile(r"(?<=^```console\n)(?:.*\n)*?(?=```$)", re.M)
COLUMNS = 100
FINE = (0, 141)  # 141: the reader of a pipe, such as head, went away


class BrokenExampleError(Exception):
    """A command of a document that failed, with what it said."""


def commands(document: str) -> list[str]:
    """The commands in the consoles of a document, in order."""
    return [line[2:] for block in CONSOLE.findall(document) for line in block.splitlines() if line.startswith("$ ")]


def answered(document: str, chinese: bool = False) -> str:
    """The document with the answers of today in its consoles.

    Raises:
        BrokenExampleError: a command ends with another status than 0.
    """
    with TemporaryDirectory() as name:
        folder = Path(name) / "work"
        shutil.copytree(EXAMPLES, folder)
        return CONSOLE.sub(lambda block: _block(block[0], folder, chinese), document)


def _block(block: str, folder: Path, chinese: bool) -> str:
    return "".join(
        f"$ {command}\n{_answer(command, folder, chinese)}" for command in commands(f"```console\n{block}```")
    )


def _answer(command: str, folder: Path, chinese: bool) -> str:
    """What a command prints, notes first (which of two streams comes first is chance), without blanks at line ends."""
    language = "zh_CN.UTF-8" if chinese else "en_US.UTF-8"
    settings = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath))),
        "HOME": str(folder.parent),
        "LANG": language,
        "LANGUAGE": language,
        "PYTHONUTF8": "1",
        "PLANCOMPARE_WIDTH": str(COLUMNS),
    }
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode not in FINE:
        raise BrokenExampleError(f"$ {command}\n{done.stderr}{done.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in (done.stderr + done.stdout).splitlines())
