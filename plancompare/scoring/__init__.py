"""How alike two commitments are, in named parts that add up. The only place that knows rapidfuzz."""
