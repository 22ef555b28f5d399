"""The words of each language: docs/<language>/*.yml, and how its text is read and dated."""
