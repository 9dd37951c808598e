"""Calendars (.ics) for clients and clinicians, with titles that reveal nothing about treatment."""
