"""A search over one draft: the best values so far, goals posted one after another, each held once it is worked on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.rules import Goal
from scheduler.domain.schedule import Schedule
from scheduler.model.build import goal_value
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total
from scheduler.solve.call import Answer, Effort, Report, Stop, call
from scheduler.solve.extract import extract, set_aside
from scheduler.solve.hint import begin_with, deciding, decisions
from scheduler.solve.values import most_of, value_of

COMPLETION_SECONDS = 60.0


class Search:
    """Keeps a draft and the values of its variables for the best schedule found so far; never loses them.

    aside: what of that schedule the draft leaves out, for it is settled.
    """

    def __init__(self, draft: Draft, effort: Effort, stop: Stop | None = None) -> None:
        self.draft = draft
        self.effort = effort
        self.stop = stop
        self.values: tuple[int, ...] | None = None
        self.aside = Schedule()

    @property
    def schedule(self) -> Schedule:
        """The best schedule found so far; call only once there is one."""
        values = self._known()
        return extract(self.draft, lambda variable: values[variable.index], self.aside)

    def start(self, schedule: Schedule, keep_all: bool = True) -> bool:
        """Takes a schedule over as the best so far, if it is right; otherwise only hints at it (keep_all False)."""
        hints = decisions(self.draft, schedule)
        self.aside = set_aside(self.draft, schedule)
        if keep_all:
            return self._complete(hints)
        self.hint(hints)
        return False

    def first(self, seconds: float) -> Answer:
        """Any right schedule, from whatever has been hinted."""
        return self._take(call(self.draft.cp, self._for(seconds), self.stop))

    def improve(self, goal: int, seconds: float, report: Report | None = None) -> Answer:
        """Makes one goal as small as the time allows, from the best values so far, which must exist."""
        return self.minimize(goal_value(self.draft, goal), seconds, report)

    def minimize(
        self,
        expression: LinearExprT,
        seconds: float,
        report: Report | None = None,
        effort: Effort | None = None,
        stop: Stop | None = None,
        tight: bool = False,
    ) -> Answer:
        """Makes an expression as small as the time allows, from the best values so far if there are any.

        stop: what ends it, instead of what ends all calls of this search; tight: the values are so for the expression.
        """
        if self.values is not None and not tight:
            self.tighten(expression)
        if self.values is not None:
            self.hint(dict(enumerate(self.values)))
        self.draft.cp.minimize(expression)
        answer = self._take(call(self.draft.cp, effort or self._for(seconds), stop or self.stop, report))
        self.draft.cp.clear_objective()
        if answer.values is not None and not answer.proven:
            self.tighten(expression)
        return answer

    def tighten(self, expression: LinearExprT) -> None:
        """Same decisions, but every variable that follows from them at its best for the expression."""
        self._complete_decisions(self._known(), expression)

    def offer(self, values: tuple[int, ...], aim: LinearExprT) -> None:
        """Takes values over if what they decide keeps all rules and is better by the aim."""
        before = self.values
        right = self._complete_decisions(values, aim)
        if not right or (before is not None and self.value(aim) >= value_of(aim, before)):
            self.values = before

    def value(self, expression: LinearExprT) -> int:
        """An expression's value for the best schedule so far."""
        return value_of(expression, self._known())

    def goal_values(self, goals: Iterable[Goal]) -> tuple[int, ...]:
        """The true values of the goals for the best schedule so far, in the order given."""
        expressions = [goal_value(self.draft, goal.number) for goal in goals]
        self.tighten(total(expressions))
        return tuple(self.value(expression) for expression in expressions)

    def missing(self) -> dict[str, int]:
        """What care plans lack, as goal 2 counts it, by client about whom the draft decides; values must be tight."""
        return {c.name: c.priority * self.value(care_of(self.draft, c).missing) for c in self.draft.options.clients}

    def hold_goals(self, goals: Iterable[Goal]) -> None:
        """From now on no schedule may be worse in these goals than the best one so far."""
        expressions = [goal_value(self.draft, goal.number) for goal in goals]
        if expressions:
            self.tighten(total(expressions))
        for expression in expressions:
            self.hold(expression)

    def hold(self, expression: LinearExprT, value: int | None = None) -> None:
        """From now on no schedule may be worse in this than the value, or else than the best one so far."""
        if not isinstance(expression, int):
            self.draft.cp.add(expression <= (self.value(expression) if value is None else value))

    def _known(self) -> tuple[int, ...]:
        if self.values is None:
            raise RuntimeError("There is no schedule yet.")
        return self.values

    def _for(self, seconds: float) -> Effort:
        return replace(self.effort, seconds=seconds)

    def _take(self, answer: Answer) -> Answer:
        if answer.values is not None:
            self.values = answer.values
        return answer

    def _complete_decisions(self, values: tuple[int, ...], minimize: LinearExprT) -> bool:
        return self._complete({variable.index: values[variable.index] for variable in deciding(self.draft)}, minimize)

    def _complete(self, hints: dict[int, int], minimize: LinearExprT | None = None) -> bool:
        """Finds values for the variables that follow from those hinted; False if the hints break a rule."""
        self.hint(hints)
        if minimize is not None:
            self.draft.cp.minimize(minimize)
        answer = call(self.draft.cp, Effort(COMPLETION_SECONDS, seed=self.effort.seed), fix_hints=True)
        self.draft.cp.clear_objective()
        self._take(answer)
        return answer.values is not None

    def hint(self, hints: dict[int, int]) -> None:
        """Values to begin the next search with, by index of the variable."""
        begin_with(self.draft.cp, hints)


def weighted(expressions: list[LinearExprT], draft: Draft) -> tuple[LinearExprT, list[int]]:
    """One expression in strict order: no amount of a later one outweighs the least of an earlier one.

    Returns it and the weights.
    """
    weights: list[int] = []
    weight = 1
    for expression in reversed(expressions):
        weights.insert(0, weight)
        weight *= most_of(expression, draft.cp) + 1
    return total(w * e for w, e in zip(weights, expressions, strict=True)), weights
