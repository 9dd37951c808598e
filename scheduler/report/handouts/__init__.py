"""What people hold in their hands: one file for each kind of hand-out, one renderer for each format."""
