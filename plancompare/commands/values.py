"""Values of options and arguments: click's types, which here say what is wrong in words of our own."""

import os
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

import click

from plancompare.errors import meant
from plancompare.files import is_folder
from plancompare.messages import Message, foreign

# what people write for a value, besides the value
_ALSO: Mapping[str, str] = {
    "cn": "zh", "ch": "zh", "chi": "zh", "chinese": "zh", "zh_cn": "zh", "zh-cn": "zh", "中文": "zh", "汉语": "zh",
    "english": "en", "eng": "en", "us": "en", "en_us": "en", "en-us": "en", "英文": "en", "英语": "en",
    "word": "docx", "doc": "docx", "excel": "xlsx", "xls": "xlsx", "markdown": "md", "tex": "latex", "htm": "html",
    "text": "txt", "txt": "text", "共有": "shared", "部分": "partial", "部分共有": "partial", "独有": "unique",
    "都作出": "shared", "部分作出": "partial", "只有一份": "unique",
    "数值不同": "differing", "不同": "differing", "未见": "missing", "有缺": "missing", "热图": "heatmap",
    "目标值": "targets", "指标": "targets", "相似度": "similarity", "编码": "code", "裁定": "pairs",
}  # fmt: skip


def near(word: str, choices: Sequence[str]) -> str:
    """The did-you-mean clause for a value that is none of ``choices``."""
    also = _ALSO.get(word.lower(), "")
    return meant(also, [also]) if also in choices else meant(word.lower(), choices)


class Choice(click.Choice[str]):
    """One of several words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; refused with those that there are."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            choices = tuple(map(str, self.choices))
            why = Message(
                '"{value}" is none of {choices}{hint}', value=value, choices=choices, hint=near(str(value), choices)
            )
            raise click.BadParameter(why, ctx, param) from error


class Number(click.IntRange):
    """A whole number, at least ``min`` and at most ``max``."""

    @property
    def bounds(self) -> Message:
        """What it may be."""
        if self.max is None:
            return Message("at least {least}", least=self.min)
        return Message("{least} to {most}", least=self.min, most=self.max)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            why = Message('give a whole number, {bounds}, not "{value}"', bounds=self.bounds, value=value)
            raise click.BadParameter(why, ctx, param) from error


class Path(click.Path):
    """A file or a folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; refused where nothing is there that should be, or a folder is where a file should be."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise click.BadParameter(self._fault(str(value)), ctx, param) from error

    def _fault(self, path: str) -> Message:
        if not os.path.lexists(path):
            return (
                Message("no folder {path}; look at its name and place", path=path)
                if not self.file_okay
                else Message("no file {path}; look at its name and place", path=path)
                if not self.dir_okay
                else Message("no file or folder {path}; look at its name and place", path=path)
            )
        if not self.dir_okay and os.path.isdir(path):  # noqa: PTH112  what cannot be a path raises there
            return Message("{path} is a folder; name a file", path=path)
        if not self.file_okay and not os.path.isdir(path):  # noqa: PTH112
            return Message("{path} is a file; name a folder", path=path)
        return Message("cannot read {path}: {why}", path=path, why=foreign("Permission denied"))


def a_day(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A date as an option takes it, in the one form that sorts; "" stays."""
    from datetime import date

    try:
        if value and date.fromisoformat(value).isoformat() != value:
            raise ValueError(value)
    except ValueError as error:
        raise click.BadParameter(
            Message('"{value}" is no date; write it as 2026-01-31', value=value), ctx, param
        ) from error
    return value


def a_file(ctx: click.Context, param: click.Parameter, value: pathlib.Path | None) -> pathlib.Path | None:
    """A file to write as an option takes it that has no use for stdout."""
    if value == pathlib.Path("-"):
        raise click.BadParameter(Message("name a file; this cannot go to stdout"), ctx, param)
    return value


def a_folder(ctx: click.Context, param: click.Parameter, value: pathlib.Path | None) -> pathlib.Path | None:
    """A folder that is there as an option takes it; what is none, such as a pipe, is refused at once."""
    if value is not None and not is_folder(value):
        raise click.BadParameter(Message("{path} is no folder", path=value), ctx, param)
    return value
