"""The models of facts/: what is true, written once."""
