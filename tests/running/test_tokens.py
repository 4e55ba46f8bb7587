"""What the provider's tokens must be for somebody to be signed in: only this one, whole, for us, now."""

import time
from typing import Any

import pytest
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.starlette_client import StarletteOAuth2App
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey, RSAKey
from joserfc.jws import JWSRegistry
from starlette.responses import Response
from streamlit.web.server.starlette import starlette_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.door.awaited import awaited

ISSUER, CLIENT, NONCE = "https://login.example.gov.uk", "ours", "asked-with-this"
REFUSED = (JoseError, AuthlibBaseError)
THEIRS = RSAKey.generate_key(2048, {"kid": "one"})
FORGERS = RSAKey.generate_key(2048, {"kid": "one"})
METADATA = {
    "issuer": ISSUER,
    "id_token_signing_alg_values_supported": ["RS256"],
    "jwks": KeySet([THEIRS]).as_dict(private=False),
    "_loaded_at": 1,
}
GOOD = {"iss": ISSUER, "aud": CLIENT, "sub": "somebody", "nonce": NONCE, "roles": ["looks-after"]}


def signed(key: RSAKey = THEIRS, head: dict[str, Any] | None = None, **claims: Any) -> str:
    """A token with these claims in place of the good ones; None leaves one out."""
    now = int(time.time())
    said = {**GOOD, "iat": now, "exp": now + 3600, **claims}
    kept = {name: value for name, value in said.items() if value is not None}
    return jwt.encode(
        {"alg": "RS256", "kid": "one", **(head or {})}, kept, key,
        registry=JWSRegistry(algorithms=["RS256"], strict_check_header=False),
    )  # fmt: skip


def provider() -> StarletteOAuth2App:
    """The provider, as a sign-in knows it."""
    return StarletteOAuth2App(None, "provider", client_id=CLIENT, client_secret="x", **METADATA)


def believed(token: str) -> dict[str, Any]:
    """The claims that a sign-in with this token gives; raises for one that is not believed."""
    return dict(awaited(provider().parse_id_token({"id_token": token}, NONCE)))


def test_the_providers_own_token_is_believed() -> None:
    assert believed(signed())["sub"] == "somebody"


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another application"},
        {"aud": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"nonce": "another sign-in's"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"nbf": 9_999_999_999},
        {"sub": None},
    ],
    ids=str,
)
def test_a_token_for_another_place_or_time_is_not(claims: dict[str, Any]) -> None:
    with pytest.raises(REFUSED):
        believed(signed(**claims))


def test_a_token_signed_by_another_key_is_not_whatever_it_says_of_its_key() -> None:
    brought = {"jwk": FORGERS.as_dict(private=False), "jku": "https://evil.example/keys"}
    for head in ({}, brought):
        with pytest.raises(REFUSED):
            believed(signed(FORGERS, head))


def test_a_token_without_a_signature_or_with_another_content_is_not() -> None:
    head, body, mark = signed().split(".")
    other = signed(sub="another").split(".")[1]
    unsigned = "eyJhbGciOiJub25lIn0"
    for token in (f"{unsigned}.{body}.", f"{head}.{other}.{mark}", f"{head}.{body}.", "x"):
        with pytest.raises(REFUSED):
            believed(token)


def test_a_token_signed_in_a_way_the_provider_does_not_list_is_not() -> None:
    shared = OctKey.import_key("a secret that two could share, 32 letters or more")
    said = {**GOOD, "iat": int(time.time()), "exp": int(time.time()) + 3600}
    for way, key in (("HS256", shared), ("RS512", THEIRS)):
        with pytest.raises(REFUSED):
            believed(jwt.encode({"alg": way, "kid": "one"}, said, key, algorithms=[way]))


def test_a_request_to_the_provider_follows_no_redirect_and_checks_its_certificate() -> None:
    client = provider()._get_oauth_client(**METADATA)
    assert client.follow_redirects is False
    assert client._transport._pool._ssl_context.verify_mode.name == "CERT_REQUIRED"


def test_a_sign_in_cookie_is_kept_from_scripts_and_from_other_sites(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(starlette_auth_routes, "get_cookie_secret", lambda: "x" * 32)
    answer = Response()
    starlette_auth_routes._set_single_cookie(answer, USER_COOKIE_NAME, "{}")
    said = answer.headers["set-cookie"].lower()
    assert "httponly" in said and "samesite=lax" in said
