"""A week already running: what happened stays, the rest is mended with as few people as possible told something new.

repair(week, present, Request(since=Moment(2, 720)))   # -> Repaired: the schedule, who is told, what is proven
"""

from scheduler.repair.moment import WEEK_START, Moment
from scheduler.repair.run import Repaired, Request, Tally, repair

__all__ = ["WEEK_START", "Moment", "Repaired", "Request", "Tally", "repair"]
