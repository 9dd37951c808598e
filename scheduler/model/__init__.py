"""The week as a CP-SAT model: options that are legal, variables for them, one file per hard rule and per goal."""
