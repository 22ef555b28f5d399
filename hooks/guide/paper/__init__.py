"""The guide on paper: the whole of it, and the counter sheet."""
