"""Imports point one way, and outside packages have one home."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plancompare"
# each layer may import from those before it, never from those after it
LAYERS = (
    ("errors", "findings", "schema"),
    ("vocabulary", "model", "files"),
    ("reading", "comparing"),
    ("asking", "checks"),
    ("drafting",),
    ("telling",),
    ("formats",),
    ("plotting", "publishing"),
    ("commands", "cli", "__main__"),
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
}


def modules() -> dict[str, Path]:
    """Dotted name inside the package -> file."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name:
            found[name] = path
    return found


def layer(module: str) -> int:
    """The layer of a module: that of its longest listed prefix."""
    best = max((name for names in LAYERS for name in names if module == name or module.startswith(f"{name}.")), key=len)
    return next(place for place, names in enumerate(LAYERS) if best in names)


def imports(path: Path) -> set[str]:
    """All names of modules that a file imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("module", modules())
def test_imports_point_down(module: str) -> None:
    known = modules()
    for name in imports(known[module]):
        target = name.removeprefix("plancompare.")
        while target and target not in known:
            target = target.rpartition(".")[0]
        if name.startswith("plancompare.") and target:
            same_shelf = target.split(".")[0] == module.split(".")[0]
            assert same_shelf or layer(target) < layer(module), f"{module} imports {target}"


@pytest.mark.parametrize("module", modules())
def test_outside_packages_have_one_home(module: str) -> None:
    for name in imports(modules()[module]):
        homes = HOMES.get(name.split(".")[0])
        assert homes is None or module.split(".")[0] in homes, f"{module} imports {name}"


@pytest.mark.parametrize("module", modules())
def test_no_module_outgrows_a_reader(module: str) -> None:
    assert len(modules()[module].read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("word", ["教师", "学校", "幼儿园", "学生", "职业教育", "preschool", "teacher"])
def test_no_word_of_education_policy_in_code(word: str) -> None:
    """Examples in help texts and docstrings may name a theme; code may not know one."""
    for module, path in modules().items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Module)
        }
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        assert not any(word in text for text in texts - docs), f"{module} says {word}"
