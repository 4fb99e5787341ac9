"""Reports as STIX 2.1, a module a type: plain dicts, each readable without the extension that holds the details."""
