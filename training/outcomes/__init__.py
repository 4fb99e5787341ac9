"""The comparer: what a later sentence tells of an announced event."""
