"""Tests of the scoring shelf."""
