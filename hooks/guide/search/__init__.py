"""The search index of each language, and the words that readers use."""
