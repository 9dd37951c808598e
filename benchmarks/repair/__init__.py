"""Repairs of generated weeks against fresh solves: seconds, people told, changes, and what is proven least."""
