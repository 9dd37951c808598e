"""The parts of an .xlsx file that hold tables, read as a stream.

Made for what openpyxl's own reading does not tell or does not survive: merged cells while streaming, formulas that
were never calculated, sheets of a million blank formatted rows, style sheets that other programs write loosely.
"""
