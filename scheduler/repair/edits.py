"""What somebody has changed in a schedule: the edits that a repair keeps, and how many of them it could not."""

from __future__ import annotations

from dataclasses import dataclass

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.model.draft import Draft, total
from scheduler.workbook.editing.traces import Traces


@dataclass(frozen=True)
class Edits:
    """sessions and meetings are wanted as they are; joined and left: (client, group, day) to attend and not to."""

    sessions: tuple[GroupSession, ...] = ()
    meetings: tuple[OneOnOne, ...] = ()
    joined: frozenset[tuple[str, str, int]] = frozenset()
    left: frozenset[tuple[str, str, int]] = frozenset()

    def __len__(self) -> int:
        return len(self.sessions) + len(self.meetings) + len(self.joined) + len(self.left)


NO_EDITS = Edits()


def edits_between(published: Schedule, edited: Schedule) -> Edits:
    """What the edited schedule has that the published one has not, and the attendances that it has no more."""
    before, after = _attendances(published), _attendances(edited)
    held = {(session.group, session.day) for session in edited.sessions}
    forms = {_form(session) for session in published.sessions}
    return Edits(
        tuple(session for session in edited.sessions if _form(session) not in forms),
        tuple(meeting for meeting in edited.one_on_ones if meeting not in set(published.one_on_ones)),
        after - before,
        frozenset(gone for gone in before - after if gone[1:] in held),
    )


def edits_in(traces: Traces, edited: Schedule) -> Edits:
    """The same, told from what the edited file still says of itself."""
    joined, left = set(), set()
    for session in edited.sessions:
        before = traces.rosters.get(session.name)
        now = set(session.clients)
        joined |= {(name, session.group, session.day) for name in now - (before or frozenset())}
        left |= {(name, session.group, session.day) for name in (before or frozenset()) - now}
    return Edits(
        tuple(session for session in edited.sessions if not traces.know_session(session)),
        tuple(meeting for meeting in edited.one_on_ones if not traces.know_meeting(meeting)),
        frozenset(joined),
        frozenset(left),
    )


def _attendances(schedule: Schedule) -> frozenset[tuple[str, str, int]]:
    return frozenset((name, s.group, s.day) for s in schedule.sessions for name in s.clients)


def _form(session: GroupSession) -> tuple[object, ...]:
    return session.group, session.day, session.start, session.facilitators, session.room


def edits_lost(draft: Draft, edits: Edits) -> LinearExprT:
    """How many edits are not kept."""
    if not edits:
        return 0
    wanted = [draft.attend.get(key) for key in sorted(edits.joined)]
    wanted += [_as_edited(draft, session) for session in edits.sessions]
    wanted += [_held(draft, meeting) for meeting in edits.meetings]
    back = [draft.attend[key] for key in sorted(edits.left) if key in draft.attend]
    return len(wanted) - total(literal for literal in wanted if literal is not None) + total(back)


def _as_edited(draft: Draft, session: GroupSession) -> IntVar | None:
    """Its start, its facilitators and its room (or one like it)."""
    key = (session.group, session.day)
    parts = [draft.at.get((key, session.start)), *(draft.lead.get((key, name)) for name in session.facilitators)]
    if session.room is not None:
        pool = draft.options.pool_of_room.get(session.room)
        parts.append(draft.room.get((key, pool.key)) if pool is not None else None)
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    kept = draft.bool(f"edit of {key} kept")
    for part in known:
        draft.cp.add_implication(kept, part)
    return kept


def _held(draft: Draft, meeting: OneOnOne) -> IntVar | None:
    client = draft.week.client_by_name.get(meeting.client)
    begins = [
        draft.given[offer.key] if draft.coarse else draft.begin[offer.key, meeting.start]
        for offer in (draft.offers_of_client(client) if client is not None else ())
        if (offer.demand.service, offer.day, offer.clinician, offer.modality)
        == (meeting.service, meeting.day, meeting.clinician, meeting.modality)
        and meeting.start in offer.starts
    ]
    if not begins:
        return None
    kept = draft.bool(f"edit of {meeting.client} {meeting.service} kept")
    draft.cp.add_bool_or([kept.negated(), *begins])
    return kept
