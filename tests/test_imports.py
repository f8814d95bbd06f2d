"""The house keeps its plan: imports point down, never in a circle, outside packages have one home, nothing is too big.

Each test looks at all modules and tells everything that it finds at once.
"""

import ast
from collections.abc import Iterator
from statistics import median

import pytest

from tests.house import (
    LAYERS,
    PACKAGE,
    arrows,
    below,
    functions,
    imports,
    is_command,
    length,
    modules,
    parameters,
)

HOMES = {
    "yaml": ("reading",),
    "rapidfuzz": ("comparing",),
    "jinja2": ("formats",),
    "rich": ("formats",),
    "tabulate": ("formats",),
    "docx": ("formats",),
    "matplotlib": ("plotting",),
    "scipy": ("plotting",),
    "numpy": ("plotting",),
    "click": ("cli", "commands", "formats"),
    "lxml": ("drafting",),
    "pypdfium2": ("drafting",),
    "distributed": ("working",),
    "pyarrow": ("publishing",),
}
TOP = 8  # modules beside the folders of the package
LINES_OF_A_MODULE, LINES_OF_A_FUNCTION, MEDIAN_OF_FUNCTIONS, PARAMETERS = 300, 50, 8, 8
WORDS_OF_THE_FIELD = ("教师", "学校", "幼儿园", "学生", "职业教育", "preschool", "teacher")


def circles() -> list[set[str]]:
    """Sets of modules each of which reaches each other one (Tarjan's strongly connected components)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    found: list[set[str]] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        waiting.append(module)
        for target in sorted(arrows()[module]):
            if target not in number:
                visit(target)
            if target in waiting:
                lowest[module] = min(lowest[module], lowest[target])
        if lowest[module] == number[module]:
            place = waiting.index(module)
            found.append(set(waiting[place:]))
            del waiting[place:]

    for module in sorted(arrows()):
        if module not in number:
            visit(module)
    return [circle for circle in found if len(circle) > 1]


def faults() -> Iterator[str]:
    """Everything that is not as the plan has it."""
    yield from layer_faults()
    yield from size_faults()
    yield from (f"circle: {' <-> '.join(sorted(circle))}" for circle in circles())


def layer_faults() -> Iterator[str]:
    """Modules in no layer, imports that go up."""
    listed = {name for names in LAYERS for name in names}
    strays = {module.split(".")[0] for module in modules()} - listed - {"plancompare"}
    yield from (f"{stray} is in no layer" for stray in sorted(strays))
    for module, targets in arrows().items():
        for target in targets:
            mine, other = module.split(".")[0], target.split(".")[0]
            if {mine, other} <= listed and mine != other and not below(other, mine):
                yield f"{module} imports {target}"


def size_faults() -> Iterator[str]:
    """What is too long or too wide, or stands at the top."""
    top = [path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__"]
    if len(top) > TOP:
        yield f"{len(top)} modules at the top: {', '.join(sorted(top))}"
    for module, (text, _) in modules().items():
        if (lines := len(text.splitlines())) > LINES_OF_A_MODULE:
            yield f"{module} has {lines} lines"
    for name, function in functions():
        if (lines := length(function)) > LINES_OF_A_FUNCTION:
            yield f"{name} has {lines} lines"
        if (taken := parameters(function)) > PARAMETERS and not is_command(function):
            yield f"{name} takes {taken} parameters"


@pytest.mark.slow
def test_the_house_is_as_its_plan_has_it() -> None:
    found = sorted(set(faults()))
    assert not found, "\n".join(found)


def test_functions_are_short_as_a_rule() -> None:
    assert median(length(function) for _, function in functions()) <= MEDIAN_OF_FUNCTIONS


def test_outside_packages_have_one_home() -> None:
    found = [
        f"{module} imports {name}"
        for module, (_, tree) in modules().items()
        for name in imports(tree)
        if module.split(".")[0] not in HOMES.get(name.split(".")[0], (module.split(".")[0],))
    ]
    assert not found, "\n".join(found)


def test_no_word_of_education_policy_in_code() -> None:
    """Examples in help texts and docstrings may name a theme; code may not know one."""
    found = []
    for module, (_, tree) in modules().items():
        documented = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)]
        docs = {ast.get_docstring(node, clean=False) for node in documented}
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)} - docs
        found += [f"{module} says {word}" for word in WORDS_OF_THE_FIELD if any(word in text for text in texts)]
    assert not found, "\n".join(found)
