"""DejaVu Sans Condensed, unchanged: a free font (LICENSE.txt) for PDF on machines of any kind."""
