"""Looks whether the mail servers are as facts/settings.yml says, without ever logging in."""
