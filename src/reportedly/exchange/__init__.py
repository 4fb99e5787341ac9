"""Desk to desk: pacts, reports as STIX 2.1, what may leave, what came from others.

Invariants: whatever leaves is derived from what one function allows (``leaving.allowed``), is logged before it goes,
and keeps its bytes for ever. What comes is hostile until it is checked (``checking``), and never becomes a reading of
this desk's own.
"""
