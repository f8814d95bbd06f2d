"""The program's messages and help in Chinese, found by their English: message templates, and texts of help."""

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {}
