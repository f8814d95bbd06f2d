"""The words of first encodings: (zh, en)."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "draft_head": (
        "机器初步编码，须经人工校订：逐条核对、改写文字、删去非承诺，然后把 coding 改为 checked",
        "A first encoding by machine, to be curated: check each record, reword it, drop what is no promise; then"
        " set coding to checked",
    ),
    "guessed": ("推测", "guessed"),
    "draft_reads": (
        "所持文本对各主题为 whole 还是 part，须由人判断",
        "whether the text treats a theme whole or in part is for a person to say",
    ),
    "draft_candidates": ("标准承诺待定：", "standard: perhaps "),
    "no_heading": ("（无标题）", "(no heading)"),
    "doubtful": ("存疑：", "unsure: "),
    "unsure_theme": ("主题 {theme}（{score} 分），或为 {other}", "theme {theme} ({score}), or {other}"),
    "unsure_cut": ("由一句并列拆出", "cut out of a list"),
    "unsure_figure": ("数值不确定", "a figure is not certain"),
    "unsure_repeated": ("并入了重复的“{text}”", "“{text}” is told with it as the same promise"),
    "unsure_folded": ("并入了较笼统的“{text}”", "the more general “{text}” is told with it"),
    "unsure_codes": ("编码未能对应：{codes}", "codes that name no theme or standard, or several: {codes}"),
    "encoded_project": (
        "{plan}：{records} 条承诺，{coded} 条对应常见承诺，{doubtful} 条存疑；须经人工校订",
        "{plan}: {records} commitments, {coded} with a standard, {doubtful} doubtful; to be curated by a person",
    ),
    "project_codes": (
        "{count} 个编码与主题、常见承诺都不同名，已写入注释：{codes}",
        "called like no theme or standard, and so in comments ({count}): {codes}",
    ),
    "project_missing": (
        "{file} 之外的文本未读：{texts}；请在导出时把文本放入项目文件",
        "texts that lie outside {file} were not read: {texts}; export the project with its texts inside",
    ),
    "project_lost": (
        "位置不在文本之内、未用的标注：{count}",
        "passages left out, for they lie outside their text: {count}",
    ),
    "unsure_targets": ("有几个数值", "names several figures"),
    "unsure_year": ("年份由另一节沿用而来", "the year is that of another section"),
    "unsure_principle": ("可能只是原则", "perhaps only a principle"),
    "unsure_aim_at_the_head": ("可能只是目的", "perhaps only an aim"),
    "unsure_act_behind_its_ground": ("动作在依据之后", "the act stands behind its ground"),
    "unsure_means": ("可能只是做法", "perhaps only how something is done"),
    "unsure_act_by_preposition": ("句首为介词结构", "the clause opens with a preposition"),
    "unsure_adverb": ("句首为状语，未见已知动词", "opens with an adverb, its verb is not known"),
    "unsure_alone": ("独立成句，未见已知动词", "a sentence of its own, in which no verb of promise was seen"),
    "unsure_item": ("列表项，未见承诺性动词", "an item of a list, in which no verb of promise was seen"),
    "encoded": (
        "规划 {id}（{name}）：{records} 条承诺，{targets} 个目标值，其中 {doubtful} 条存疑；须经人工校订",
        "plan {id} ({name}): {records} commitments, {targets} targets; {doubtful} of them doubtful; to be curated by a"
        " person",
    ),
    "encode_called": (
        "编号 {id} 取自原文的文件名，与规划文件 {stem} 不同；两者都可用来称呼它，加 --id {stem} 则统一",
        "its id, {id}, is the name of the text, not of the plan file, {stem}: either will do to call it; --id {stem}"
        " makes them one",
    ),
    "encode_added": (
        "{file}：新增 {added} 条，{lost} 处引文已不在原文",
        "{file}: {added} added; {lost} phrases are no longer in the text",
    ),
    "encode_lost": ("{id}：原文中已没有“{quote}”", "{id}: the text no longer has “{quote}”"),
    "left_out": (
        "未作承诺的分句 {count} 个（{reasons}）；用 --left-out 查看",
        "{count} clauses left out ({reasons}); see them with --left-out",
    ),
    "left_aim": ("目的", "aim"),
    "left_ground": ("依据", "ground"),
    "left_how": ("做法", "how"),
    "left_done": ("成绩与现状", "done or given"),
    "left_slogan": ("口号", "slogan"),
    "left_preamble": ("前言", "preamble"),
    "left_topic": ("话题", "topic"),
    "left_label": ("引语", "label"),
    "left_short": ("过短", "too short"),
    "left_generic": ("空泛", "too general"),
    "left_guiding_thought": ("指导思想", "guiding thought"),
    "left_question": ("设问", "question"),
    "left_note": ("说明", "note"),
    "left_comment": ("评述", "comment"),
    "left_title": ("题名", "title"),
    "left_heading": ("标题", "heading"),
    "left_background": ("背景部分", "part on the situation"),
    "left_caption": ("表名、落款等", "caption or imprint"),
    "left_leads_in": ("下文分述的概述", "said again by the parts that follow"),
    "left_cell": ("表格其他栏", "other cells of tables"),
    "left_bodies": ("责任单位等附注", "who does it, and other asides"),
    "left_no_known_verb": ("未见承诺性动词", "no verb of promise"),
    "coding_draft": ("初步编码", "draft coding"),
    "draft_plan": (
        "{plan}：机器初步编码，未经人工校订，其条目和空格都还不能作为依据",
        "{plan}: a first encoding by machine, not curated; neither its records nor its blanks are proved",
    ),
}
