"""Hypothesis strategies for collections, rulings and documents: sound in shape, hostile and extreme in content."""

from hypothesis import strategies as st

LETTERS = "推进区管校聘改革幼儿园教师编制学位覆盖率到年达新建所培训%0123456789一二三四五六七八九十百千万亿半"
ODD = "\x00\x07\x1b\x7f\x85\x9b\u200b\u202e\u2028\ufeff\ufffe²½Ⅷ〇９٣😀\U00020000'\"\\:#,[]{}&*!|>@`=+-<>/\t\n"
WORDS = (
    "普惠性幼儿园覆盖率达到90%",
    "到2025年",
    "不低于",
    "新建学校10所",
    "县管校聘",
    "交流轮岗",
    "确保",
    "力争",
    "左右",
    "以上",
    "翻一番",
)

text = st.one_of(
    st.sampled_from(WORDS),
    st.text(LETTERS, max_size=30),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("".join),
    st.text(LETTERS + ODD, max_size=12),
    st.text(max_size=8),
)
identity = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,6}", fullmatch=True)
theme = st.sampled_from(("preschool", "staffing", "training", "layout", "none", ""))
number = st.one_of(
    st.integers(-5, 120), st.sampled_from((0, 1e9, 1e300, 0.1, 1 / 3, -0.0, 2**53, 2**63, 10**40)), st.floats(-1e6, 1e6)
)
year = st.integers(1900, 2200)
target = st.fixed_dictionaries(
    {"op": st.sampled_from(("=", ">=", ">", "<=", "<", "about", "range"))},
    optional={
        "indicator": st.sampled_from(("inclusive-coverage", "large-classes", "x")),
        "label": text,
        "value": number,
        "min": number,
        "max": number,
        "unit": st.sampled_from(("%", "个", "所", "", "\x1b[31m", "万人次")),
        "by": year,
        "baseline": st.fixed_dictionaries({"value": number}, optional={"year": year}),
        "note": text,
    },
)
evidence = st.one_of(
    text, st.lists(text, max_size=3), st.fixed_dictionaries({"quote": text}, optional={"prefix": text, "suffix": text})
)
commitment = st.fixed_dictionaries(
    {"id": identity, "text": text},
    optional={
        "evidence": evidence,
        "theme": theme,
        "also": st.lists(theme, max_size=2),
        "targets": st.lists(target, max_size=3),
        "strength": st.sampled_from(("binding", "plan", "hedged", "x")),
        "word": text,
        "named": st.lists(text, max_size=2),
        "bodies": st.fixed_dictionaries(
            {}, optional={"lead": st.lists(text, max_size=2), "support": st.lists(text, max_size=2)}
        ),
        "note": text,
        "waive": st.dictionaries(text, text, max_size=1),
    },
)
section = st.fixed_dictionaries(
    {"heading": text, "commitments": st.lists(commitment, max_size=4)},
    optional={"id": identity, "path": text, "theme": theme, "note": text},
)


def plan(name: str) -> st.SearchStrategy[dict[str, object]]:
    """A plan of that id."""
    return st.fixed_dictionaries(
        {"id": st.just(name), "name": text, "sections": st.lists(section, min_size=1, max_size=3)},
        optional={
            "title": text,
            "area": st.fixed_dictionaries({"name": text}, optional={"level": text, "code": text}),
            "issuer": text,
            "period": st.fixed_dictionaries({"from": year, "to": year}),
            "dates": st.dictionaries(
                st.sampled_from(("written", "published")), st.sampled_from(("2026", "2026-01-31", "x"))
            ),
            "status": text,
            "source": st.fixed_dictionaries(
                {}, optional={"url": text, "file": text, "extent": st.sampled_from(("full", "excerpt"))}
            ),
            "reads": st.dictionaries(theme, st.sampled_from(("whole", "part"))),
            "not_applicable": st.dictionaries(theme, text, max_size=2),
            "coding": st.sampled_from(("draft", "")),
            "waive": st.dictionaries(text, text, max_size=1),
        },
    )


key = st.builds("{}/{}".format, st.sampled_from(("a", "b", "x")), identity)
decision = st.fixed_dictionaries(
    {},
    optional={
        "same": st.lists(key, max_size=3),
        "different": st.lists(key, max_size=2),
        "unsure": st.lists(key, max_size=2),
        "id": identity,
        "label": st.fixed_dictionaries({"zh": text, "en": text}),
        "reason": text,
        "who": text,
        "date": st.sampled_from(("2026-01-31", "2026-02-30", "", "x")),
        "hashes": st.dictionaries(key, text, max_size=2),
        "not_applicable": st.dictionaries(st.sampled_from(("a", "b")), text, max_size=1),
    },
)
collection = st.fixed_dictionaries(
    {"a": plan("a"), "b": plan("b")},
    optional={
        "decisions": st.fixed_dictionaries({"decisions": st.lists(decision, max_size=4)}, optional={"who": text})
    },
)

heading = st.builds("{}{}\n".format, st.sampled_from(("一、", "（一）", "1.", "第一章 ", "# ", "## ", "")), text)
line = st.builds(
    "{}{}\n".format,
    st.sampled_from(("", "- ", "（1）", "| ", "\t", "  ", "• ")),
    st.lists(text, max_size=6).map("".join),
)
row = st.lists(text, min_size=1, max_size=5).map(lambda cells: "| " + " | ".join(cells) + " |\n")
document = st.lists(st.one_of(heading, line, row), min_size=1, max_size=14).map("".join)
