"""Every byte received, kept as WARC 1.1 records and read back."""
