"""In person, virtual, hybrid, either."""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """How an activity is held (in person, virtual, hybrid) or how a person takes part (in person, virtual, either)."""

    IN_PERSON = "in person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"
    EITHER = "either"

    def may_attend(self, activity: Modality) -> bool:
        """H3: whether a client of this modality may attend such a group."""
        if self is Modality.EITHER:
            return True
        return activity is self or activity is Modality.HYBRID

    def may_lead(self, activity: Modality) -> bool:
        """H7: whether a clinician of this modality may hold such an activity (virtual: virtual ones only)."""
        if self is Modality.EITHER:
            return True
        if self is Modality.VIRTUAL:
            return activity is Modality.VIRTUAL
        return activity is not Modality.VIRTUAL
