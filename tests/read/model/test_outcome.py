"""An announcement and a later sentence as the model is given them."""

from datetime import date

from reportedly.read.model.graphs import load
from reportedly.read.model.outcome import EVENT, LATER_SENTENCE, MOST, Side, asked, padded

ANNOUNCED = Side("Fenn due in Vell", "Orla Fenn will visit Vell on Friday.", date(2031, 6, 2), (15, 20))
LATER = Side("Fenn opens mole", "Fenn came to Vell.", date(2031, 6, 6))
WINDOW = (date(2031, 6, 6), date(2031, 6, 6))


def test_it_looks_at_the_first_piece_the_event_and_the_later_sentence() -> None:
    ready = asked(load().tokenizer, ANNOUNCED, LATER, WINDOW)
    _, marks, days, at = padded([ready])
    assert at[0, 0] == 0
    seen = [ready.marks[i] for i in at[0, 1:]]
    assert seen == [EVENT] + [LATER_SENTENCE] * marks.tolist()[0].count(LATER_SENTENCE)
    assert days.tolist() == [[ready.gap, ready.place]] == [[3, 1]]


def test_of_pairs_of_unlike_length_the_shorter_is_filled_with_noughts() -> None:
    long = LATER._replace(sentence="The mole was opened. " * 40)
    pieces, marks, _, at = padded([asked(load().tokenizer, ANNOUNCED, each, None) for each in (LATER, long)])
    assert pieces.shape == marks.shape
    assert at.shape == (2, 2 + MOST)
    assert at[0, -1] == pieces[0, -1] == 0
