"""A comparison as a data set to cite: tables, their descriptor, a citation, and a project for qualitative analysis.

Everything is made in memory, as names and bytes. Nothing here knows the command line or writes a file.
"""
