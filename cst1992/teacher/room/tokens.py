"""Who a phone is to the server: a token that only this server could have made, and nothing of its owner."""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

SECRET, NUMBER, SIGNED = 32, 12, 12
LONGEST_TOKEN = 64


class Tokens:
    """The tokens of one run of the server; those of another run are worth nothing.

    Nothing is kept for a token that was given out: it is a random number and its signature.

    Examples
    --------
    >>> tokens = Tokens()
    >>> token = tokens.new()
    >>> tokens.phone_of(token) == tokens.phone_of(token), tokens.phone_of("rubbish"), Tokens().phone_of(token)
    (True, '', '')
    """

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(SECRET)

    def new(self) -> str:
        """A token for a phone that has none."""
        number = secrets.token_bytes(NUMBER)
        return urlsafe_b64encode(number + self._signature(number)).decode()

    def phone_of(self, token: str) -> str:
        """The name of the phone to which this token was given; empty if we gave it to nobody."""
        try:
            raw = urlsafe_b64decode(token.encode("ascii")) if len(token) <= LONGEST_TOKEN else b""
        except (ValueError, UnicodeEncodeError):
            return ""
        number, signature = raw[:NUMBER], raw[NUMBER:]
        return number.hex() if hmac.compare_digest(signature, self._signature(number)) else ""

    def _signature(self, number: bytes) -> bytes:
        return hmac.new(self._secret, number, sha256).digest()[:SIGNED]


def new_key() -> str:
    """A key for the teacher's page."""
    return secrets.token_urlsafe(16)


def same_key(given: str, key: str) -> bool:
    """Is this the key? It takes as long for a nearly right one as for any other.

    Examples
    --------
    >>> same_key("a-key", "a-key"), same_key("", "a-key"), same_key("ключ", "a-key")
    (True, False, False)
    """
    return hmac.compare_digest(given.encode("utf-8", "replace"), key.encode())
