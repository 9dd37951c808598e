"""What stands in the way: the restrictions that would have to be lifted for one activity to be possible."""

from __future__ import annotations

from scheduler.domain.calendar import holds, overlaps
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client, Clinician
from scheduler.domain.schedule import Kind as ActivityKind
from scheduler.domain.week import Week
from scheduler.explain.lifts import Kind, Lift
from scheduler.model.options import Offer
from scheduler.model.options.admissions import kept_clear
from scheduler.model.options.slots import Placement
from scheduler.model.rules.clinicians import qualified

AnyOf = tuple[Lift, ...]
"""One obstacle: lifting one of these is enough."""


class Obstacles:
    """Answers, for a week as it is, what stands in the way of each activity of its widened twin."""

    def __init__(self, week: Week) -> None:
        self.week = week

    def attending(self, client: Client, group: Group, day: int, placement: Placement) -> list[AnyOf]:
        """For a client in a group on a day at one of its times."""
        group = self.week.group_by_name[group.name]
        client = self.week.client_by_name[client.name]
        found: list[AnyOf] = []
        if client.phase not in group.phases:
            found.append((Lift(Kind.ADMIT_PHASE, group.name, client.phase),))
        if not _week_fits(client, group):
            found.append((Lift(Kind.ADMIT_WEEK, group.name, str(client.program_week or "")),))
        found += self._manner(client, group, day)
        found += self._locks(client, group, day)
        in_person = group.modality is not Modality.VIRTUAL and self._comes_in(client, group, day)
        found += self._time(client, day, placement.start, placement.end, in_person)
        if self.week.program.mix_tracks:
            found += self._track(client, placement.tracks)
        return found

    def leading(self, clinician: Clinician, group: Group, day: int, start: int, end: int) -> list[AnyOf]:
        """For a clinician at the head of a group."""
        group = self.week.group_by_name[group.name]
        clinician = self.week.clinician_by_name[clinician.name]
        found: list[AnyOf] = []
        if not qualified(clinician, group):
            kind = Kind.QUALIFIED if group.clinicians is None else Kind.LISTED
            lift = Lift(kind, clinician.name, group.topic)
            if kind is Kind.LISTED:
                lift = Lift(kind, group.name, clinician.name)
            found.append((lift,))
        if not holds(clinician.hours_for(group.modality)[day], start, end):
            found.append((Lift(Kind.WINDOW, clinician.name, day=day),))
        return found

    def holding(self, offer: Offer) -> list[AnyOf]:
        """For an individual session or appointment with its clinician, whatever the time."""
        client = self.week.client_by_name[offer.demand.client.name]
        found: list[AnyOf] = []
        if offer.clinician in client.avoid_clinicians:
            found.append((Lift(Kind.AVOID, client.name, offer.clinician),))
        elif offer.demand.kind is ActivityKind.INDIVIDUAL:
            if client.primary_clinician is not None and offer.clinician not in _named(client):
                found.append((Lift(Kind.COVER, client.name, offer.clinician),))
        else:
            row = [a for a in self.week.appointments if a.client == client.name][offer.demand.number - 1]
            if row.clinician not in (None, offer.clinician):
                found.append((Lift(Kind.HOLDER, client.name, offer.clinician, row=row.row),))
        return found

    def holding_at(self, offer: Offer, start: int) -> list[AnyOf]:
        """For its time."""
        client = self.week.client_by_name[offer.demand.client.name]
        clinician = self.week.clinician_by_name[offer.clinician]
        end = start + offer.demand.minutes
        found = self._time(client, offer.day, start, end, offer.in_person)
        if not holds(clinician.hours_for(offer.modality)[offer.day], start, end):
            found.append((Lift(Kind.WINDOW, clinician.name, day=offer.day),))
        if self.week.program.individual_within_tracks:
            tracks = self.week.tracks
            holding = tuple(t.name for t in tracks if any(w.holds(start, end) for w in t.windows[offer.day]))
            found += self._track(client, holding)
        return found

    def _comes_in(self, client: Client, group: Group, day: int) -> bool:
        """Whether the client, once admitted in whatever manner, would be there in person."""
        modality = client.modality_on(day)
        if modality.may_attend(group.modality):
            return modality is not Modality.VIRTUAL
        return group.modality is not Modality.VIRTUAL

    def _manner(self, client: Client, group: Group, day: int) -> list[AnyOf]:
        if client.modality_on(day).may_attend(group.modality):
            return []
        found: list[AnyOf] = []
        if day in client.virtual_days:
            found.append((Lift(Kind.VIRTUAL_DAY, client.name, day=day),))
        if not client.modality.may_attend(group.modality):
            found.append((Lift(Kind.MODALITY, client.name),))
        return found

    def _locks(self, client: Client, group: Group, day: int) -> list[AnyOf]:
        return [
            (Lift(Kind.NEVER, client.name, row=lock.row),)
            for lock in self.week.locks
            if (lock.client, lock.group) == (client.name, group.name) and not lock.must and lock.day in (None, day)
        ]

    def _time(self, client: Client, day: int, start: int, end: int, in_person: bool) -> list[AnyOf]:
        return [
            (Lift(Kind.COMMITMENT_DAY, client.name, day=day, row=commitment.row),)
            for commitment in self.week.firm_commitments.get(client.name, [])
            if overlaps(kept_clear([commitment], day, in_person), start, end)
        ]

    def _track(self, client: Client, tracks: tuple[str, ...]) -> list[AnyOf]:
        if any(track in client.tracks for track in tracks):
            return []
        return [tuple(Lift(Kind.TRACK, client.name, track) for track in tracks)]


def _named(client: Client) -> tuple[str | None, ...]:
    return client.primary_clinician, client.cover_clinician


def _week_fits(client: Client, group: Group) -> bool:
    if group.program_weeks is None:
        return True
    week = client.program_week
    return week is not None and any(
        first <= week and (last is None or week <= last) for first, last in group.program_weeks
    )
