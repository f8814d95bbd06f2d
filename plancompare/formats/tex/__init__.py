"""LaTeX source for XeLaTeX."""
