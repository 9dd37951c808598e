"""The week as a coordinator fills it by hand: sessions, then seats by priority, then one-on-ones; nothing is undone."""
