"""What announces articles: feeds, sitemaps, JSON feeds, and pages that link to them."""
