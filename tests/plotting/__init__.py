"""Tests of the plotting shelf."""
