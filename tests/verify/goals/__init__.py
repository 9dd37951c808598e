"""Tests of the verifier, on weeks small enough to check by hand."""
