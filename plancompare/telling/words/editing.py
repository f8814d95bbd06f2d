"""The words of files written, and of what editors and shells are given: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "written": ("已写入 {file}", "written: {file}"),
    "schema_written": (
        "已写入 {file}，编辑器据此提示主题、常见承诺和指标；编码手册有改动时，用 plancompare schema 重新生成",
        "written: {file}, from which editors complete themes, standards and indicators; `plancompare schema` makes it"
        " anew when the codebook changes",
    ),
}
