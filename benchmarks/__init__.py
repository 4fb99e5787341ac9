"""What the desk costs: time to start, to read, to run a corpus and answer; and that being killed costs nothing.

Each module is a command (``python -m benchmarks.reading``) that prints its figures with the machine they hold for.
"""
