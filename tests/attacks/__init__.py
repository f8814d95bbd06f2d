"""Attacks that run for as long as they are given: `make fuzz` and `make kill`. What they find becomes a test."""
