"""Commitments brought to themes, scored, aligned into rows: a corpus in, a comparison out.

The only place that knows rapidfuzz.
"""
