"""The running dashboard killed while it carries commands out: what it acknowledged is there."""

import threading
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from data.audit import verify
from data.relay.wire import Gone
from data.start import open_ready
from tests.data.command.whole import halves
from tests.data.sending import put
from tests.faults.killing import rows_of
from tests.faults.served import Served, serving

PATIENCE = 60
WHY = ("--reason", "a trial")


class Senders:
    """Three who send through a dashboard until it is gone; what was acknowledged to them.

    `first` is the number of their first file: each file says something new.
    """

    def __init__(self, served: Served, folder: Path, first: int) -> None:
        self.served, self.folder, self.first = served, folder, first
        self.acknowledged: set[int] = set()
        self.cut_off = 0

    def send(self, sender: int) -> None:
        """Send one file after the other."""
        try:
            for number in range(self.first, self.first + 1000):
                rows = rows_of(3 * number + sender)
                answer = self.served.told("send", put(self.folder, f"{sender}-{number}.csv", rows), *WHY)
                self.acknowledged |= {answer["upload"]} if answer["status"] == "loaded" else set()
        except (Gone, AssertionError):  # it was killed before it answered, or before it was reached
            self.cut_off += 1

    def until_killed(self, wait: float) -> None:
        """Let them send, and kill the dashboard so long after the first answer."""
        threads = [threading.Thread(target=self.send, args=(sender,)) for sender in range(3)]
        for thread in threads:
            thread.start()
        until = time.monotonic() + PATIENCE
        while not self.acknowledged and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(wait)
        self.served.process.kill()
        for thread in threads:
            thread.join()


@pytest.mark.trial
def test_ten_kills_of_a_dashboard_that_is_sending(
    council_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, became = Random(10), Counter[str]()
    for number in range(10):
        with serving(council_path, tmp_path) as served:
            senders = Senders(served, tmp_path, 1000 * number + 1)
            senders.until_killed(chance.uniform(0, 1))
        assert senders.cut_off == 3 and senders.acknowledged
        database = open_ready(council_path)
        held = {upload for (upload,) in database.read("select upload_id from sent.upload").rows}
        assert senders.acknowledged <= held and halves(database) == []
        assert verify(database).whole and database.loss is None
        database.close()
        became["acknowledged"] += len(senders.acknowledged)
        became["kept"] += len(held)
    with capsys.disabled():
        print(f"\n10 dashboards killed: {dict(became)}")
