"""A week already running: what happened stays, the rest is mended with as few people as possible told something new.

repair(week, present, Request(since=Moment(2, 720)))   # -> Repaired: the schedule, who is told, what is proven
"""

from scheduler.repair.edits import Edits, edits_between, edits_in
from scheduler.repair.make_ups import MakeUp, make_ups
from scheduler.repair.moment import WEEK_START, Moment
from scheduler.repair.rooms import in_present_rooms
from scheduler.repair.run import Repaired, Request, repair
from scheduler.repair.shortfalls import shortfall_reasons
from scheduler.repair.stages import Tally
from scheduler.repair.telling import changes_between, plain_changes

__all__ = [
    "WEEK_START",
    "Edits",
    "MakeUp",
    "Moment",
    "Repaired",
    "Request",
    "Tally",
    "changes_between",
    "edits_between",
    "edits_in",
    "in_present_rooms",
    "make_ups",
    "plain_changes",
    "repair",
    "shortfall_reasons",
]
