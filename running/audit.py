"""Looks every locked package up among known weaknesses: `make audit`.

Ends with 0 when every package was looked up and none is known to be weak, 1 when one is, and 2 when
not everything was checked. A source that answers nothing, or knows nothing of a release whose
weaknesses are published, has checked nothing: that is never called well.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = (
    "requirements.lock", "tests/requirements.lock", "benchmarks/requirements.lock",
    "running/requirements.lock", "running/lake/requirements.lock",
)  # fmt: skip
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
KNOWN_WEAK = "jinja2==2.4.1"
ASK = ("--disable-pip", "--no-deps", "--progress-spinner", "off", "--format", "json")
Report = dict[str, Any]


class Unchecked(Exception):
    """Something was not looked up: what, and what to do, in one sentence."""


def plain(name: str) -> str:
    """A package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(text: str) -> set[str]:
    """The releases that a lock pins, as name==version."""
    return {f"{plain(name)}=={version}" for name, version in PIN.findall(text)}


def asked(*arguments: str) -> Report:
    """What the auditing program answers; raises Unchecked when it does not answer."""
    command = [sys.executable, "-m", "pip_audit", *ASK, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    try:
        return dict(json.loads(done.stdout))
    except ValueError:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1][:300]
        raise Unchecked(
            f"Nothing was checked: the source of known weaknesses did not answer ({last}). "
            "Run this where it can be reached."
        ) from None


def answered(report: Report) -> dict[str, list[str]]:
    """The weaknesses of each release that was really looked up."""
    return {
        f"{plain(each['name'])}=={each['version']}": [weak["id"] for weak in each["vulns"]]
        for each in report.get("dependencies", [])
        if "skip_reason" not in each
    }


def proved(report: Report) -> None:
    """Raise Unchecked unless the source knows of weaknesses that everybody knows of."""
    if not answered(report).get(KNOWN_WEAK):
        raise Unchecked(
            f"Nothing was checked: the source knows no weakness of {KNOWN_WEAK}, which has several. "
            "Ask another source (--vulnerability-service osv), or run this where it can be reached."
        )


def judged(report: Report, pins: set[str]) -> list[str]:
    """A line for each weak release; raises Unchecked when a pin was not looked up, or there is none."""
    found = answered(report)
    missing = sorted(pins - set(found))
    if missing or not pins:
        named = ", ".join(missing[:5]) or "the locks, which name no package"
        raise Unchecked(
            f"{len(missing)} of {len(pins)} packages were not looked up: {named}. "
            "Run `make lock`, then this again where the source can be reached."
        )
    return [f"{name}: {', '.join(weak)}" for name, weak in sorted(found.items()) if weak]


def audit(*arguments: str) -> int:
    """Look everything up, say what was found, and return the exit code."""
    locks = [name for name in LOCKS if (ROOT / name).is_file()]
    pins = {pin for name in locks for pin in pinned((ROOT / name).read_text(encoding="utf-8"))}
    try:
        with TemporaryDirectory() as folder:
            known = Path(folder, "known.txt")
            known.write_text(KNOWN_WEAK + "\n", encoding="utf-8")
            proved(asked(*arguments, "-r", str(known)))
        weak = judged(asked(*arguments, *[part for each in locks for part in ("-r", each)]), pins)
    except Unchecked as reason:
        print(reason, file=sys.stderr)
        return 2
    print(*weak, f"{len(pins)} packages looked up, {len(weak)} with known weaknesses.", sep="\n")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(audit(*sys.argv[1:]))
