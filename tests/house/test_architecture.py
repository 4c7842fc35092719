"""The dependency rule as a test: the import contracts of pyproject.toml hold, and none of them was forgotten."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parents[2]
# the parts, a panel that opens over several screens, and the window that guards one
NOT_SCREENS = {"kit", "slip", "guarded"}
NOT_OF_THE_CORNER = ("services.arrivals", "services.referrals", "services.reports")

# linting reads the whole program: the tests of this file stay on one worker
pytestmark = pytest.mark.xdist_group("architecture")


def _contracts() -> dict[str, dict[str, Any]]:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    return {contract["name"]: contract for contract in linter["contracts"]}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Read who imports whom."""
    return grimp.build_graph("meetingplace", include_external_packages=True, cache_dir=None)


def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    status = cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_every_screen_is_kept_apart_from_the_others() -> None:
    folders = {file.parent.name for file in (ROOT / "meetingplace" / "ui").glob("*/__init__.py")} - NOT_SCREENS
    apart = set(_contracts()["Screens do not know each other"]["modules"])
    assert apart == {f"meetingplace.ui.{name}" for name in folders}


def test_the_corner_is_under_its_contract_from_the_day_it_exists() -> None:
    has_corner = (ROOT / "meetingplace" / "ui" / "parents_corner").exists()
    assert ("The kiosk reaches the parents' corner service only" in _contracts()) == has_corner


def test_what_the_corner_will_share_reaches_no_family_at_the_desk(graph: grimp.ImportGraph) -> None:
    for name in NOT_OF_THE_CORNER:
        service = f"meetingplace.{name}"
        if service in graph.modules:
            assert graph.find_shortest_chain(importer="meetingplace.ui.kit", imported=service, as_packages=True) is None


@pytest.mark.parametrize(
    ("library", "floor"),
    [
        ("peewee", "meetingplace.storage"),
        ("playhouse", "meetingplace.storage"),
        ("sqlcipher3", "meetingplace.storage"),
        ("psycopg", "meetingplace.storage"),
        ("reportlab", "meetingplace.documents"),
        ("uharfbuzz", "meetingplace.documents"),
        ("babel", "meetingplace.i18n"),
        ("gettext", "meetingplace.i18n"),
        ("qtawesome", "meetingplace.ui"),
        ("holidays", "meetingplace.services"),
    ],
)
def test_each_library_has_one_door(graph: grimp.ImportGraph, library: str, floor: str) -> None:
    if library in graph.modules:
        importers = graph.find_modules_that_directly_import(library)
        assert {name for name in importers if not f"{name}.".startswith(f"{floor}.")} == set()


def test_the_domain_needs_the_standard_library_only(graph: grimp.ImportGraph) -> None:
    foreign = {
        (name, imported)
        for name in graph.modules
        if name.startswith("meetingplace.domain")
        for imported in graph.find_modules_directly_imported_by(name)
        if not f"{imported}.".startswith("meetingplace.domain.")
        and imported.split(".")[0] not in sys.stdlib_module_names
    }
    assert foreign == set()
