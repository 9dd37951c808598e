"""The column Needs: topics, each once or as in `Anger management:2`."""

from __future__ import annotations

import re
from collections.abc import Callable

from scheduler.workbook.cells.names import Names, name_of, split_list
from scheduler.workbook.values import BadValue, Value

Needs = tuple[tuple[str, int], ...]

_COUNTED = re.compile(r"(.*\S)\s*:\s*(\d+)")


def needs_of(topics: Names) -> Callable[[Value], Needs]:
    """A reader of (topic, sessions); a topic named twice counts as often as its larger number says."""

    def parse(value: Value) -> Needs:
        needs: dict[str, int] = {}
        for item in _items(value, topics):
            topic, sessions = _need(item, topics)
            needs[topic] = max(sessions, needs.get(topic, 0))
        return tuple(needs.items())

    return parse


def _items(value: Value, topics: Names) -> tuple[str, ...]:
    text = name_of(value)
    counted = _COUNTED.fullmatch(text)
    if counted and topics.find(counted[1]):
        return (text,)
    return split_list(value, topics.spelling)


def _need(item: str, topics: Names) -> tuple[str, int]:
    counted = _COUNTED.fullmatch(item)
    if topics.find(item) or not counted:
        if item.endswith(":"):
            raise BadValue("expected topics such as Anger management or Anger management:2")
        return topics.adopt(item), 1
    if int(counted[2]) < 1:
        raise BadValue("expected a number of sessions of 1 or more after the colon")
    return topics.adopt(counted[1]), int(counted[2])
