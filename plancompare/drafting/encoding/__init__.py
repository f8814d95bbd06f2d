"""A first encoding of a plan text: what a machine can propose, for a person to curate."""
