"""What the host of the site has to say and to keep."""
