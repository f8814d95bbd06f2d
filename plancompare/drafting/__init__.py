"""A plan's document, and a first encoding of it."""
