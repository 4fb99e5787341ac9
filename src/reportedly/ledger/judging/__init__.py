"""What people decided: rows that are only added, and what is filed as it is told by them."""
