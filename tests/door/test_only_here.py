"""Without sign-in: only this machine is answered, however the dashboard was started."""

import pytest

from door.asked import Asked
from door.hosts import foreign
from pages.parts import provider


def request(client: object) -> Asked:
    """A request from an address, which names the dashboard as this machine's own pages do."""
    headers = [(b"host", b"localhost:8501"), (b"origin", b"http://localhost:8501")]
    return Asked({"type": "websocket", "path": "/_stcore/stream", "headers": headers, "client": client})


@pytest.mark.parametrize("client", [("192.0.2.7", 50_000), ("2001:db8::7", 50_000), ("unknown", 0), None])
def test_an_open_dashboard_answers_nobody_from_outside(monkeypatch: pytest.MonkeyPatch, client: object) -> None:
    monkeypatch.setattr(provider, "signs_in", lambda: False)
    assert "serves its own machine only" in (foreign(request(client)) or "")
    assert foreign(request(("127.0.0.1", 50_000))) is None and foreign(request(("::1", 50_000))) is None


def test_with_sign_in_people_come_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider, "signs_in", lambda: True)
    monkeypatch.setattr(provider, "address", lambda: "http://localhost:8501/oauth2callback")
    assert foreign(request(("192.0.2.7", 50_000))) is None
