"""Word files. The only place that knows python-docx."""
