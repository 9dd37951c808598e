"""From a right schedule to the best that the time allows: neighbourhood by neighbourhood, and whole where it fits."""

from __future__ import annotations

from scheduler.domain.schedule import Schedule
from scheduler.model.build import build, goal_value
from scheduler.model.goals import OF_CLIENT
from scheduler.solve.answered import ASKED_SIZE
from scheduler.solve.as_if_alone import all_as_if_alone
from scheduler.solve.call import Effort
from scheduler.solve.effort import effort_for, proving, proving_small, several, small, small_to_choose
from scheduler.solve.fair_load import FAIR_LOAD, STAFF_TIME, bound_of_load, led_fairly
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.guided import Guided
from scheduler.solve.halves import Halves
from scheduler.solve.in_turn import CROWDING, InTurn
from scheduler.solve.later_bounds import bound_of_later_goal, bounds_of_later_goals
from scheduler.solve.moving import Moving
from scheduler.solve.polish import held_search, taken_over
from scheduler.solve.rounds import FIRST_PATIENCE, Rounds
from scheduler.solve.told_apart import waiting_counts
from scheduler.solve.work import Work

SOON_SIZE, WHOLE_SIZE = 10_000, 60_000
"""Options up to which the whole week is searched for a later goal as soon as it is near its bound, which often is the
proof, and up to which it is at all."""
WHOLE_PART, WHOLE_SMALL_PART, WHOLE_FIRST_PART, WHOLE_SMALL_FIRST_PART, FIRST_ROUNDS_PART = 0.25, 0.4, 0.2, 0.6, 0.4
"""Of the time left, for the whole week at once, the same if it is small, for goals 1 and 2, the same if it is small
with times to choose, and for their neighbourhoods."""
TIME_PART, OF_SITE_PARTS = 8, {CROWDING: 1, STAFF_TIME: 4, FAIR_LOAD: 1}
"""How the time left is shared among later goals: those of a client's week, which come first, and those of the site."""
HALVES_PART, GUIDED_PART, MOVING_PART = 0.5, 0.65, 0.7
"""Of what a goal has of its time, by halves of the week, then towards guides, and for those who would have to move
where nothing is done towards guides."""
NEAR = 0.03
"""Of a goal's value, that it may be from its bound until those after it have been worked on, too."""
ALONE_PART = 0.2
"""Of the time left, for bounds of the later goals from what each client could have alone."""
AT_ONCE_PART, AT_ONCE_SECONDS = 0.3, 0.0003
"""Of the time left, and at the most so many seconds for each option, for everybody at once as well off as alone."""
BOUNDS_PART, FEWER_BOUNDS_PART, BOUNDS_SECONDS = 0.1, 0.05, 20.0
"""Of the time limit, kept back for bounds of the later goals at the end, and while the first goal is not proven; but no
more than so many seconds."""
BEGIN_PART, BEGIN_SECONDS = 0.1, 0.5
"""Of the time left, for the bound of a later goal before it is worked on, and with how little it is not asked for."""
LAST_TURNS_PART, TURN_SECONDS = 0.12, 0.015
"""Kept back of the time for clients in turn at the end, and at the most so many seconds for each client."""
TURNS_PART, TAKE_OVER_SECONDS = 0.8, 0.003
"""Of the time left, for clients in turn, most of whom soon have nothing to gain by themselves; and what it takes, for
each client of the site, to make a schedule of what they have come to."""
ROUNDS_BETWEEN = 8
"""Rounds of neighbourhoods for a later goal between turns: a number, not a time, so that they can be repeated."""
SECONDS_OF_OPTION = 0.0002
"""With less time for each option, presolving the whole week would take all of it."""


class Improvement:
    """Works on the first goal that is not proven, then on those after it, as long as there is time."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.rounds = Rounds(work, self._fits_whole())
        self.halves, self.guided = Halves(work, self._over), Guided(work, self._over)
        self.moving = Moving(work, self.rounds, self._over)
        self.begun: set[int] = set()
        self.turns: InTurn | None = None
        self.turned: Schedule | None = None
        self.next_turn = 0

    def run(self) -> None:
        position = self._next_open(0)
        while position is not None:
            with self.work.clock.keeping_back(self._bounds_seconds()):
                if self.work.clock.over:
                    return
                position = self._next_open(position + self._step(position))

    def _step(self, position: int) -> int:
        """One stretch of work on a goal; 1 if the next one comes after it, 0 if there is more to do."""
        if position >= FIRST_TWO and position not in self.begun:
            self.begun.add(position)
            self._begin(position)
            return 0
        if small(self.work.options):
            if position >= FIRST_TWO:
                # What clients gain by themselves, in half a second, is not for a search to find.
                self.in_turn(self.work.clock.share(TURNS_PART))
            self._whole(position)
        self._rounds(position)
        if not small(self.work.options) and (position < FIRST_TWO or self.rounds.repeated):
            self._whole(position)
        return 1

    def _next_open(self, position: int) -> int | None:
        """The first goal from a position on that is not proven, or else, once more, from the beginning."""
        following = self.work.bounds.first_open(self.work.best.values, position)
        if following is None and position:
            self.rounds.repeated += 1
            following = self.work.bounds.first_open(self.work.best.values)
        return following

    def _begin(self, position: int) -> None:
        """What is to be known of a later goal before it is worked on, and whether all can have the best at once."""
        self._bound_by_each_alone(position)
        seconds = self.work.clock.share(BEGIN_PART)
        if self._fits_whole() and seconds >= BEGIN_SECONDS and self.work.goals[position].number not in OF_CLIENT:
            # Of those of a client's week it is known what each could have alone.
            bound_of_later_goal(self.work, position, seconds)
        size = self.work.options.size
        if size <= ASKED_SIZE:
            all_as_if_alone(self.work, position, min(self.work.clock.share(AT_ONCE_PART), AT_ONCE_SECONDS * size))
        if self.work.goals[position].number == FAIR_LOAD:
            bound_of_load(self.work)
            led_fairly(self.work)

    def seconds_at_the_end(self) -> float:
        """What the last turns ask for."""
        return min(self.work.clock.share(LAST_TURNS_PART), TURN_SECONDS * len(self.work.options.clients))

    def last_turns(self) -> None:
        """Turns until the time is over, for what was done for one goal has mostly cost those after it."""
        seconds = TAKE_OVER_SECONDS * len(self.work.options.clients) + self._bounds_seconds()
        with self.work.clock.keeping_back(seconds):
            while not self.work.clock.over and self.in_turn(self.work.clock.left):
                pass
            if not self.work.clock.over:
                self._bound_by_each_alone(len(self.work.goals) - 1)
        bounds_of_later_goals(self.work, self._bounds_seconds())
        bound_of_load(self.work)
        led_fairly(self.work)

    def _bounds_seconds(self) -> float:
        """What bounds of the later goals may take at the end: nothing where the week is too large, and little where
        the first goal may still get better, for it is worth more."""
        if not self._fits_whole():
            return 0.0
        part = BOUNDS_PART if self.work.bounds.proven(0, self.work.best.values) else FEWER_BOUNDS_PART
        return min(BOUNDS_SECONDS, part * self.work.settings.time_limit)

    def first_two(self, seconds: float, patience: int = FIRST_PATIENCE) -> None:
        """Works on goals 1 and 2 for so long at the most, or until so many neighbourhoods in a row have not helped."""
        until = self.work.clock.elapsed + seconds
        for position in range(FIRST_TWO):
            self.rounds.go(position, until, patience)

    def _bound_by_each_alone(self, last: int) -> None:
        seconds = self.work.clock.share(ALONE_PART)
        self.work.alone.later(self.work.goals, self.work.best.values, self.work.bounds, seconds, last)

    def in_turn(self, seconds: float) -> bool:
        """Clients in turn for so long at the most; True if that has helped, so that it might again.

        Nobody has a turn if everybody had one and nothing has changed since.
        """
        began, clients = self.work.clock.elapsed, self.work.options.clients
        seconds -= TAKE_OVER_SECONDS * len(clients)
        if self.turned is self.work.best.schedule or seconds <= 0:
            return False
        self.turns = turns = InTurn(self.work, self.turns)
        had = turns.go([*clients[self.next_turn :], *clients[: self.next_turn]], began + seconds)
        self.next_turn = (self.next_turn + had) % max(1, len(clients))
        self.rounds.values = turns.values
        better = turns.better and turns.take_over()
        if better:
            self.work.tell(len(self.work.goals) - 1)
        elif had == len(clients):
            self.turned = self.work.best.schedule
        return better

    def _rounds(self, position: int) -> None:
        """Neighbourhoods for one goal; goals 1 and 2 leave time to those after them."""
        if position < FIRST_TWO:
            self.rounds.go(position, self.work.clock.elapsed + self.work.clock.share(FIRST_ROUNDS_PART))
            return
        until = self.work.clock.elapsed + self.work.clock.share(self._part(position))
        before: tuple[int, ...] = ()
        while before != self._up_to(position) and not self.work.clock.over and self.work.clock.elapsed < until:
            # Turns tell for whom there is something to gain.
            self.in_turn(self.work.clock.share(TURNS_PART))
            first, before = not before, self._up_to(position)
            if first:
                self._with_relaxations(position, until)
                if self._near(position):
                    if self.work.options.size <= SOON_SIZE:
                        self._whole(position)
                    return
            else:
                self._some_rounds(position, until)

    def _part(self, position: int) -> float:
        """What a later goal gets of the time left, with those after it still to come; all that helps on large sites."""
        if not self._fits_whole():
            return 1.0
        values, bounds = self.work.best.values, self.work.bounds
        coming = [p for p in range(position, len(values)) if p == position or not bounds.proven(p, values)]
        parts = [OF_SITE_PARTS.get(self.work.goals[p].number, TIME_PART) for p in coming]
        return parts[0] / sum(parts)

    def _with_relaxations(self, position: int, until: float) -> None:
        """Some neighbourhoods, and if the week fits and there is time its halves, and what its relaxations say."""
        of_clients = self.work.goals[position].number in OF_CLIENT
        by_halves = self._seconds(position, until, HALVES_PART)
        if by_halves:
            self.halves.go(position, by_halves)
        towards = self._seconds(position, until, GUIDED_PART) if of_clients else 0.0
        if towards:
            self.guided.go(position, towards, lambda: self._some_rounds(position, until))
        moving = self._seconds(position, until, 1.0 if towards else MOVING_PART)
        if moving:
            self.moving.go(position, moving)
        if self.moving.everybody(position):
            self._whole(position)
        if not towards:
            self._some_rounds(position, until)

    def _some_rounds(self, position: int, until: float) -> None:
        self.rounds.go(position, until, most=ROUNDS_BETWEEN)

    def _seconds(self, position: int, until: float, part: float) -> float:
        """A part of the time until then for what asks relaxations; none if the week is too large, the time too short,
        or the goal near enough to its bound."""
        seconds = part * (until - self.work.clock.elapsed)
        enough = self._fits_whole() and seconds >= SECONDS_OF_OPTION * self.work.options.size
        return seconds if enough and not self._near(position) else 0.0

    def _near(self, position: int) -> bool:
        """Whether what is left to the bound is better left for later, as long as not all goals have been worked on."""
        value = self.work.best.values[position]
        left = value - self.work.bounds.bound(position, self.work.best.values)
        return left <= (0 if self.rounds.repeated else NEAR * value)

    def _over(self, position: int, until: float) -> bool:
        """Whether work on a later goal that may go on until then is to end."""
        clock = self.work.clock
        return clock.over or clock.elapsed >= until or self._near(position)

    def _up_to(self, position: int) -> tuple[int, ...]:
        """The best values of the goals up to this one."""
        return self.work.best.values[: position + 1]

    def _fits_whole(self) -> bool:
        return self.work.options.size <= WHOLE_SIZE

    def _whole(self, position: int) -> None:
        """The whole week at once for one goal, those before it held: finds what no neighbourhood does, and proves."""
        if (
            not self._fits_whole()
            or self.work.clock.share(WHOLE_PART) < SECONDS_OF_OPTION * self.work.options.size
            or self.work.bounds.proven(position, self.work.best.values)
        ):
            return
        effort = self._of_whole(position)
        work = self.work
        draft = build(work.options, apart=waiting_counts(work.options, work.goals, position))
        search = held_search(draft, work.goals, position, work.best, effort, work.clock, work.alone)
        if search is None:
            return
        if position == 0:
            first_two = FirstTwo(draft, self.work.goals)
            first_two.know(self.work.bounds)
            answer = search.minimize(first_two.both, effort.seconds)
            first_two.note(answer, search, self.work.bounds)
        else:
            answer = search.minimize(goal_value(draft, self.work.goals[position].number), effort.seconds)
            self.work.bounds.add(position, answer.bound, self.work.best.values[:position])
        taken_over(search, work, position)

    def _of_whole(self, position: int) -> Effort:
        """For goals 1 and 2 one worker if the week is small and has its times; all else, which no bound and no
        neighbourhood has settled, asks for several kinds of search."""
        options, is_small = self.work.options, small(self.work.options)
        if position < FIRST_TWO:
            part = WHOLE_SMALL_FIRST_PART if small_to_choose(options) else WHOLE_FIRST_PART
        else:
            part = WHOLE_SMALL_PART if is_small else WHOLE_PART
        effort = effort_for(options, self.work.clock.share(part), self.work.settings)
        if position < FIRST_TWO:
            return several(options, effort) if options.movable or not is_small else effort
        return proving_small(effort) if is_small else proving(options, effort)
