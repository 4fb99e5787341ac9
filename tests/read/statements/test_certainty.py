"""How sure the words are, and whether they deny, with the scope of each; the sentences are invented."""

import pytest

from tests.read.reading_of import event, reading, words


@pytest.mark.parametrize(
    ("text", "cue", "certainty", "polarity"),
    [
        ("Police said the ferry might sink.", "said", "possible", "affirmed"),
        ("The mayor said the dam was unlikely to break.", "said", "probable", "affirmed"),
        ("The mayor denied that the dam had cracks.", "denied", "unknown", "denied"),
        ("The mayor did not deny that the dam had cracks.", "deny", "unknown", "affirmed"),
        ("The mayor did not say that the dam was safe.", "say", "unknown", "denied"),
        ("The mayor could not confirm that the dam had cracks.", "confirm", "unknown", "affirmed"),
        ("The minister did not rule out that talks would resume.", "rule", "possible", "affirmed"),
        ("The mayor ruled out that the dam would break.", "ruled", "unknown", "denied"),
        ("The mayor said it was possible that the dam would break.", "said", "possible", "affirmed"),
        ("The mayor said the dam would break if the rain went on.", "said", "possible", "affirmed"),
        ("The mayor said the dam would hold even if the rain went on.", "said", "certain", "affirmed"),
        ("The mayor said the team had seized its chance.", "said", "certain", "affirmed"),
        ("The mayor said there was a chance that the dam would break.", "said", "possible", "affirmed"),
        ("The mayor believes that the dam is safe.", "believes", "probable", "affirmed"),
        ("The mayor doubts that the dam is safe.", "doubts", "possible", "affirmed"),
        ("The mayor knows that the dam has cracks.", "knows", "certain", "affirmed"),
        ("The mayor confirmed that the dam had cracks.", "confirmed", "certain", "affirmed"),
        ("The mayor said that the man who might run next year had left.", "said", "certain", "affirmed"),
        ("The mayor warned that the dam could break.", "warned", "possible", "affirmed"),
        ("The mayor dismissed the report that the dam had cracks.", "dismissed", "unknown", "denied"),
        ("The mayor said that May 16 will be observed as a day of mourning.", "said", "certain", "affirmed"),
    ],
)
def test_statement(text: str, cue: str, certainty: str, polarity: str) -> None:
    got = reading(text)
    found = next(one for one in got.statements if cue in words(got, *one.cue))
    assert (found.certainty, found.polarity) == (certainty, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The mayor denied that the guards had attacked the village.", "attacked", "denied"),
        ("The mayor denied that the arrest of two miners on Sunday was aimed at Chile.", "arrest", "occurred"),
        ("The mayor denied that the arrest of two miners had taken place.", "arrest", "denied"),
        ("The guards failed to arrest the smugglers.", "arrest", "denied"),
        ("No soldiers were killed in the raid.", "killed", "denied"),
        ("There is no evidence that the guards attacked the village.", "attacked", "denied"),
        ("The minister has no plans to visit Garvan.", "visit", "denied"),
        ("If the dam broke, the army would evacuate the village.", "evacuate", "hypothetical"),
        ("It is possible that the army will attack the village.", "attack", "hypothetical"),
        ("The mayor doubts that the army attacked the village.", "attacked", "hypothetical"),
        ("The mayor did not doubt that the army attacked the village.", "attacked", "occurred"),
        ("Nobody doubts that the army attacked the village.", "attacked", "occurred"),
        ("There is no doubt that the army attacked the village.", "attacked", "occurred"),
        ("It is not possible that the army attacked the village.", "attacked", "denied"),
        ("The council could have signed the pact.", "signed", "hypothetical"),
        ("The union threatened to block the road.", "block", "planned"),
        ("The mayor urged the army to withdraw from the village.", "withdraw", "called_for"),
        ("The two sides are expected to sign a pact.", "sign", "expected"),
        ("The mayor managed to sign the pact.", "sign", "occurred"),
        ("The army had to withdraw from the village.", "withdraw", "occurred"),
    ],
)
def test_event(text: str, trigger: str, status: str) -> None:
    assert event(reading(text), trigger).status == status


def test_who_denies_a_report_did_not_report_it() -> None:
    got = reading(
        "The ministry on Thursday denied a newspaper report that an armoured brigade would be sent to Garvan."
    )
    (found,) = got.statements
    assert (words(got, *found.source), found.certainty, found.polarity) == ("The ministry", "unknown", "denied")
