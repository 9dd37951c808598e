"""What one run came to: goals, bounds and proofs at any second of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

Goals = tuple[int, ...]


@dataclass(frozen=True)
class Measured:
    """A run as it is kept in `runs.jsonl`. points: (seconds, nine goals) of right schedules; bounds: (seconds, goal,
    bound). seconds None: the run gave no answer, and note says why."""

    kind: str
    seed: int
    method: str
    limit: float
    workers: int
    when: str
    points: tuple[tuple[float, Goals], ...] = ()
    bounds: tuple[tuple[float, int, int], ...] = ()
    build_seconds: float | None = None
    seconds: float | None = None
    all_proven: float | None = None
    complete: bool = True
    megabytes: int | None = None
    wrong: tuple[str, ...] = field(default=())
    note: str = ""

    @property
    def key(self) -> tuple[str, int, str, float, int]:
        return self.kind, self.seed, self.method, self.limit, self.workers

    @property
    def instance(self) -> tuple[str, int]:
        return self.kind, self.seed

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    @property
    def first(self) -> float | None:
        """Seconds to the first right schedule."""
        return min((seconds for seconds, _ in self.points), default=None)

    def goals(self, at: float | None = None) -> Goals | None:
        """The goals of the best schedule so far at a second of the run, or at its end.

        A run may end a little after its limit; `at` the limit means its end, for every method alike.
        """
        at = self._moment(at)
        return min((goals for seconds, goals in self.points if at is None or seconds <= at), default=None)

    def bound(self, goal: int, at: float | None = None) -> int | None:
        """What is proven of a goal by then: of a later goal only once those before it are proven."""
        if goal > 1 and not self.proven(goal - 1, at):
            return None
        at = self._moment(at)
        return max((b for seconds, g, b in self.bounds if g == goal and (at is None or seconds <= at)), default=None)

    def _moment(self, at: float | None) -> float | None:
        return None if at is not None and at >= self.limit else at

    def proven(self, up_to: int, at: float | None = None) -> bool:
        """Whether the first goals are proven by then."""
        goals = self.goals(at)
        for goal in range(1, up_to + 1):
            bound = self.bound(goal, at)
            if goals is None or bound is None or bound < goals[goal - 1]:
                return False
        return True

    def proven_at(self, up_to: int) -> float | None:
        """The second at which the first goals were proven."""
        moments = sorted({at for at, _ in self.points} | {at for at, _, _ in self.bounds})
        return next((at for at in moments if self.proven(up_to, at)), None)

    def reaches(self, goals: Goals) -> float | None:
        """The second from which the run is no worse in goals 1 and 2."""
        return min((seconds for seconds, mine in self.points if mine[:2] <= goals[:2]), default=None)


def from_json(data: dict[str, object]) -> Measured:
    """The run that `as_json` wrote."""
    data = dict(data)
    data["points"] = tuple((seconds, tuple(goals)) for seconds, goals in data["points"])  # type: ignore[attr-defined]
    data["bounds"] = tuple(tuple(bound) for bound in data["bounds"])  # type: ignore[attr-defined]
    data["wrong"] = tuple(data["wrong"])  # type: ignore[arg-type]
    return Measured(**data)  # type: ignore[arg-type]
