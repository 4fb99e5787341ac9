"""Which two articles tell one happening: labelled pairs with their clues, and what is learned from them."""
