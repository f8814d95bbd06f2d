"""YAML out: scalars in their one way of quoting, records that a plan file grows by, rulings that a decisions file does.

What stands in a file that grows is kept byte for byte; no YAML library is needed to write what is always of one shape.
"""
