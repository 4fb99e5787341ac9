"""Files handed in: JSON lines, tables, saved pages, folders and packed files of these, as rows that make articles."""
