"""The straightforward model of a week, as rows of whole numbers that any solver takes; written apart from ours."""
