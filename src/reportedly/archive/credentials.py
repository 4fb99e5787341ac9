"""Who asks a bucket: the keys that the environment or a file has. They are shown nowhere."""

import configparser
import os
from pathlib import Path
from typing import Final, NamedTuple

from reportedly.errors import BadSetting

_GIVEN_BY_MACHINE: Final = (
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
)
"""Where one of them is set, whoever runs this machine hands out keys, and the store's client asks for them itself."""


class Credentials(NamedTuple):
    """A key with its secret, and the token of a key that ends; all empty where the machine hands them out."""

    key: str = ""
    secret: str = ""
    token: str = ""

    def __repr__(self) -> str:
        return "Credentials(***)"


def credentials(file: Path | None) -> Credentials:
    """What is in ``file``, else in the environment; raises ``BadSetting`` where there is nothing to ask with."""
    if file:
        return _in_file(file)
    names = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
    found = Credentials(*(os.environ.get(name, "") for name in names))
    if found.key and found.secret:
        return found
    if any(os.environ.get(name) for name in _GIVEN_BY_MACHINE):
        return Credentials()
    raise BadSetting(
        "the archive stands in a bucket and nothing says who asks there: set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or name a file with them in archive.credentials_file"
    )


def _in_file(file: Path) -> Credentials:
    """The keys of the profile that ``AWS_PROFILE`` names, else ``default``."""
    profile = os.environ.get("AWS_PROFILE", "default")
    read = configparser.RawConfigParser()
    try:
        read.read_string(file.read_text(encoding="utf-8"))
        part = read[profile]
        token = part.get("aws_session_token", "")
        return Credentials(part["aws_access_key_id"], part["aws_secret_access_key"], token)
    except OSError as error:
        raise BadSetting(f"archive.credentials_file: {file} cannot be read: {error.strerror}") from error
    except (configparser.Error, KeyError, UnicodeDecodeError):
        raise BadSetting(
            f"archive.credentials_file: {file} has no [{profile}] with aws_access_key_id and aws_secret_access_key"
        ) from None
