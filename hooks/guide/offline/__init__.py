"""The guide without a network: what is kept, the one file, the home screen."""
