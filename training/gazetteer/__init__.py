"""The gazetteer: how it is built from packages, and what papers spell otherwise."""
