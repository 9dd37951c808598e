"""Bounds of mixed integer programs by HiGHS, in a process of its own: it must not meet the copy within ortools."""
