"""What one cell means: each function turns a raw value into a time, days, a number, or raises BadValue."""
