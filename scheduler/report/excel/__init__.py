"""The schedule workbook as a finished document: styles, sheets, print set-up."""
