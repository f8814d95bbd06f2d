"""Projects of qualitative analysis: texts that people coded in another program, read and made into drafts of plans."""
