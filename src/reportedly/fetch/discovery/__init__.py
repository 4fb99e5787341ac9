"""From an address to an outlet: its feeds, sitemap, name, country and language."""
