"""The tables of the schedule workbook, one file per sheet."""
