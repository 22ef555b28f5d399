"""Steps beside their pages: /s/<code>/, tickets, data for ticket systems and the desk."""
