"""Ready workbooks, generated sites and measurements; not part of the installed package."""
