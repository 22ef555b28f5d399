"""From the Markdown of a page to its HTML."""
