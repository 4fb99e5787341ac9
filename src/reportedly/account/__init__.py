"""What the ledger holds, made ready to be told: with words, order and names, for briefs, pages and exports alike.

No SQL and no stage: rows of the ledger come in, and what a person reads goes out.
"""
