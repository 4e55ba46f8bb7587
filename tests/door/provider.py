"""A provider of OpenID Connect on this machine, as a program: `python -m tests.door.provider PORT SECONDS`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

from tests.browser.server import PATIENCE, ROOT, free_port, wait_until_well
from tests.door.signed import PEOPLE


@contextmanager
def providing(folder: Path, seconds: int = 3600) -> Iterator[str]:
    """The address of a provider that knows PEOPLE, whose tokens last so long, in a process of its own."""
    port, log = free_port(), folder / "provider.log"
    settings = {"AUTHLIB_INSECURE_TRANSPORT": "1", "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.door.provider", str(port), str(seconds)], cwd=ROOT,
            env={**os.environ, **settings}, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        wait_until_well(process, f"http://localhost:{port}/.well-known/openid-configuration", log)
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def main(port: int, seconds: int) -> None:
    """Serve until the process is ended."""
    from oidc_provider_mock import User, run_server_in_thread

    people = [User(sub=who, claims={"name": name, "roles": roles}) for who, (name, roles) in PEOPLE.items()]
    age = timedelta(seconds=seconds)
    with run_server_in_thread(port, user_claims=people, access_token_max_age=age):
        Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
