"""Which given names are women's and which men's."""
