"""The service unit and the examples beside it: what they say is understood, and it is enough."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import data.settings
from data.access import person_of, read_rules
from tests.browser.server import ROOT

UNITS = sorted(path for path in (ROOT / "running").iterdir() if path.suffix in (".service", ".timer"))
NEEDED = {
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
    "CapabilityBoundingSet": "", "IPAddressDeny": "any", "IPAddressAllow": "localhost", "UMask": "0077",
    "Restart": "on-failure", "RestartPreventExitStatus": "2", "LimitCORE": "0", "MemoryMax": "5G",
}  # fmt: skip


def said(unit: Path) -> dict[str, str]:
    """What a unit sets, comments left out."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def settings() -> set[str]:
    """Every setting that the app reads."""
    text = Path(data.settings.__file__).read_text(encoding="utf-8")
    return set(re.findall(r"COPRODUCTION_[A-Z]+", text))


def test_the_service_may_do_little_and_comes_back() -> None:
    unit = said(ROOT / "running" / "coproduction.service")
    assert {name: unit.get(name) for name in NEEDED} == NEEDED
    assert unit["ExecStart"].endswith("-m streamlit run server.py")


@pytest.fixture
def systemd(tmp_path: Path) -> str:
    """systemd's own check of units; units whose programs are those of this machine lie beside."""
    program = shutil.which("systemd-analyze")
    if not program:
        pytest.skip("There is no systemd here to check units with.")
    for unit in UNITS:
        text = re.sub(r"(?<=ExecStart=)\S+", sys.executable, unit.read_text(encoding="utf-8"))
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return program


def test_systemd_understands_the_units(systemd: str, tmp_path: Path) -> None:
    for unit in UNITS:
        command = [systemd, "verify", "--man=no", "--recursive-errors=no", str(tmp_path / unit.name)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        assert not re.search("unknown|ignoring|failed to parse|invalid", done.stderr, re.IGNORECASE)


def test_systemd_finds_little_left_to_take_away(systemd: str, tmp_path: Path) -> None:
    command = [systemd, "security", "--offline=true", "--no-pager", "--threshold=20"]
    done = subprocess.run(
        [*command, str(tmp_path / "coproduction.service")], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout[-300:]


def test_the_example_of_roles_gives_each_role() -> None:
    rules = read_rules(ROOT / "running" / "access.toml")
    roles = {
        value: person_of({"sub": "x", "roles": [value]}, rules)
        for value in ("Dashboard.Administrator", "Dashboard.Viewer", "Dashboard.Contributor.AdultCare")
    }
    assert [each and each.role for each in roles.values()] == ["administrator", "viewer", "contributor"]
    assert person_of({"sub": "x", "roles": ["Everybody"]}, rules) is None


def test_the_settings_of_the_service_are_settings() -> None:
    named = said(ROOT / "running" / "settings.env")
    assert {name for name in named if name.startswith("COPRODUCTION")} <= settings()
    assert "STREAMLIT_SECRETS_FILES" in named


def test_every_setting_is_explained() -> None:
    text = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    assert not {name for name in settings() if f"`{name}`" not in text}


def test_no_example_holds_a_secret() -> None:
    text = (ROOT / "running" / "secrets.toml").read_text(encoding="utf-8")
    for name in ("cookie_secret", "client_id", "client_secret"):
        assert f'{name} = "PUT YOUR OWN HERE"' in text
    assert "expose_tokens" not in text
