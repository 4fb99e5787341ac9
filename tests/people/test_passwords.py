import pytest
from argon2 import PasswordHasher

from reportedly.people.passwords import Passwords, unfit
from tests.people.conftest import ODA, QUICK


def test_a_password_is_kept_as_a_hash_and_known_again(passwords: Passwords) -> None:
    kept = passwords.hashed(ODA)
    assert kept.startswith("$argon2id$")
    assert kept != passwords.hashed(ODA)
    assert passwords.match(kept, ODA)
    assert not passwords.match(kept, ODA.upper())
    assert not passwords.match("no hash at all", ODA)


def test_nobodys_password_is_no_password(passwords: Passwords) -> None:
    assert not passwords.match(None, "the password of nobody")


def test_the_same_letters_however_a_keyboard_sends_them(passwords: Passwords) -> None:
    assert passwords.match(passwords.hashed("Zo\u00eb walks by the weir"), "Zoe\u0308 walks by the weir")


def test_hashes_made_with_lower_parameters_are_stale() -> None:
    old, new = Passwords(QUICK), Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    kept = old.hashed(ODA)
    assert not old.is_stale(kept)
    assert new.is_stale(kept)
    assert new.match(kept, ODA)


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("elevenchars", "at least 12"),
        ("x" * 501, "at most 500"),
        ("abababababab", "easy to guess"),
        ("Oda.Brell.31", "easy to guess"),
        (ODA, ""),
    ],
)
def test_what_can_be_a_password(password: str, words: str) -> None:
    why = unfit(password, "oda", "oda.brell.31")
    assert words in why
    assert bool(why) == bool(words)
