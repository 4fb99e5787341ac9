from reportedly.ledger import batches


def test_ids_come_once_in_their_order_and_no_more_at_a_time_than_a_statement_takes() -> None:
    ids = [f"a{n}" for n in range(batches.IDS + 1)]
    assert list(batches.of_ids([*ids, *ids])) == [ids[:-1], ids[-1:]]


def test_no_ids_are_no_statement() -> None:
    assert list(batches.of_ids([])) == []
