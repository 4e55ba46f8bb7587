"""Files taken away from a dashboard with sign-in, as a browser with a sign-in cookie gets them."""

import csv
import io
from http.client import HTTPConnection
from urllib.parse import urlsplit

from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.door.signed import Dashboard, ticket
from tests.door.visit import visiting


def answer(dashboard: Dashboard, path: str, cookie: str) -> tuple[int, bytes]:
    """What a browser with this sign-in cookie gets at a place: the code and the content."""
    place = urlsplit(dashboard.address)
    connection = HTTPConnection(str(place.hostname), place.port)
    connection.request("GET", path, headers={"Cookie": f"{USER_COOKIE_NAME}={cookie}"})
    found = connection.getresponse()
    content = found.read()
    connection.close()
    return found.status, content


def audit(dashboard: Dashboard) -> list[dict[str, str]]:
    """The lines of the audit, as an administrator takes them away."""
    cookie = ticket(dashboard.address, "ada")
    with visiting(dashboard.address, cookie) as visit:
        (file,) = visit.open("audit").downloads().values()
        _, content = answer(dashboard, visit.file(file), cookie)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
