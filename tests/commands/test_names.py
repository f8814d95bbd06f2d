"""Plans and themes are found by the names that people use for them."""

import pytest

from plancompare import PlanCompareError, load
from plancompare.commands.options import theme_named
from plancompare.commands.session import Session


@pytest.mark.parametrize(
    ("word", "theme"),
    [
        ("pay", "pay"),
        ("教师待遇", "pay"),
        ("工资", "pay"),
        ("数字化", "digital"),
        ("轮岗", "staffing"),
        ("心理", "mental"),
        ("Mental health", "mental"),
    ],
)
def test_a_theme_is_found_by_id_label_synonym_or_a_word_of_its_synonyms(word: str, theme: str) -> None:
    assert theme_named(word, load()) == theme


@pytest.mark.parametrize(
    ("word", "told"), [("delivry", 'did you mean "delivery"'), ("zzz", r"there are 党的领导与党建 \(party\), 德育")]
)
def test_a_word_that_names_no_theme_gets_what_is_near(word: str, told: str) -> None:
    with pytest.raises(PlanCompareError, match=told):
        theme_named(word, load())


@pytest.mark.parametrize(
    ("name", "id"), [("朝阳", "chaoyang"), ("朝阳区", "chaoyang"), ("北京市朝阳区", "chaoyang"), ("fengtai", "fengtai")]
)
def test_a_plan_is_found_by_id_name_or_area(name: str, id: str) -> None:
    assert Session().choose([name])[1] == [id]


def test_what_names_no_plan_is_not_guessed() -> None:
    for name in ("区", "京", "海淀区", ""):
        with pytest.raises(PlanCompareError, match="no plan"):
            Session().choose([name])
