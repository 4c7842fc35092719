"""The size and the names of the code: a room that outgrows its limit wants to be two rooms with names of their own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "meetingplace").rglob("*.py"))
ROOMS_WITHOUT_A_NAME = {"utils", "common", "helpers", "misc", "base", "manager"}
FILE, CLASS, FUNCTION = 400, 250, 50  # lines

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _definitions(*kinds: type[Definition]) -> Iterator[tuple[Path, Definition]]:
    for file in FILES:
        for node in ast.walk(_tree(file)):
            if isinstance(node, kinds):
                yield file.relative_to(ROOT), node


def _lines(node: Definition) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _is_ours(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.level > 0 or (node.module or "").split(".")[0] == "meetingplace"
    return isinstance(node, ast.Import) and any(each.name.split(".")[0] == "meetingplace" for each in node.names)


def test_no_room_is_called_after_nothing() -> None:
    named = [file.relative_to(ROOT) for file in FILES if {file.stem, file.parent.name} & ROOMS_WITHOUT_A_NAME]
    assert not named


@pytest.mark.parametrize("file", [file for file in FILES if file.name == "__init__.py"], ids=lambda f: f.parent.name)
def test_an_init_holds_a_docstring_only(file: Path) -> None:
    tree = _tree(file)
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


def test_every_module_says_what_lives_there() -> None:
    assert not [file.relative_to(ROOT) for file in FILES if not ast.get_docstring(_tree(file))]


def test_no_file_outgrows_its_room() -> None:
    lines = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert not {name: count for name, count in lines.items() if count > FILE}


def test_no_class_outgrows_its_room() -> None:
    assert not [f"{file}: {node.name}" for file, node in _definitions(ast.ClassDef) if _lines(node) > CLASS]


def test_no_function_outgrows_its_room() -> None:
    long = [
        f"{file}: {node.name}"
        for file, node in _definitions(ast.FunctionDef, ast.AsyncFunctionDef)
        if _lines(node) > FUNCTION
    ]
    assert not long


def test_our_own_modules_are_imported_at_the_top_but_for_the_command_line() -> None:
    inside = [
        f"{file}: {node.name}"
        for file, node in _definitions(ast.FunctionDef, ast.AsyncFunctionDef)
        if file.name != "cli.py" and any(map(_is_ours, ast.walk(node)))
    ]
    assert not inside
