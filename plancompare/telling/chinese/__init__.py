"""The program's messages and help in Chinese, found by their English: templates of messages, paragraphs of help.

Plain words that a clerk would write, in short sentences; names of options, keys of files and formats stay as they are.
"""

from collections.abc import Mapping

from plancompare.messages import escaped
from plancompare.telling.chinese import commands, documents, findings, foreign, manuals, options, usage, views

TABLES = (usage, findings, documents, commands, options, manuals, views)
_FOREIGN = {escaped(text): escaped(chinese) for text, chinese in foreign.TEXTS.items()}
TEXTS: Mapping[str, str] = {text: chinese for table in TABLES for text, chinese in table.TEXTS.items()} | _FOREIGN
