"""The web desk: pages and JSON over what the ledger holds."""
