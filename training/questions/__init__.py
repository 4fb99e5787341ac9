"""Which questions are worth asking the comparer."""
