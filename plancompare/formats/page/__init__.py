"""The page's templates, style and script: files, no code."""

from pathlib import Path

FOLDER = Path(__file__).parent
