"""From ledger rows to a written dispatch in which every sentence is cited."""
