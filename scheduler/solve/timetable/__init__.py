"""Times for the sessions of a week in which they can be chosen, before any client comes in."""
