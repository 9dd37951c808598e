"""One short reader for each sheet: rows become the domain's values, every default filled in."""
