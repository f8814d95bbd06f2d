"""Questions put to a comparison; each answer is a value of its own and knows no language."""
