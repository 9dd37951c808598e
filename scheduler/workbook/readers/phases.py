"""The sheets Phases and Topic rules."""

from __future__ import annotations

from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Phase
from scheduler.workbook.cells.choices import yes_no
from scheduler.workbook.cells.names import name_of
from scheduler.workbook.cells.numbers import NO_LIMIT, hours, minutes, whole
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import PHASES, TOPIC_RULES
from scheduler.workbook.source import Source

DAY = 24


def read_phases(source: Source) -> tuple[Phase, ...]:
    """Phases in the order of the sheet."""
    return tuple(_phase(name, record) for name, record in source.definitions(PHASES))


def _phase(name: str, record: Record) -> Phase:
    min_minutes = record.read("Min hours", hours(), 0)
    individual_minutes = record.read("Individual minutes", minutes(1), 60)
    phase = Phase(
        name=name,
        level_of_care=record.read("Level of care", name_of, ""),
        min_minutes=min_minutes,
        target_minutes=record.read("Target hours", hours(), min_minutes),
        max_minutes=record.read("Max hours", hours(NO_LIMIT), None),
        min_days=record.read("Min days", whole(0, 7), 0),
        max_days=record.read("Max days", whole(), 7),
        min_minutes_per_day=record.read("Min hours per day", hours(DAY), 0),
        max_minutes_per_day=record.read("Max hours per day", hours(NO_LIMIT), None),
        max_days_between=record.read("Max days between", whole(), None),
        individual_sessions=record.read("Individual sessions", whole(0, 7), 0),
        individual_minutes=individual_minutes,
        individual_counted_minutes=record.read("Individual counted minutes", minutes(), individual_minutes),
        row=record.number,
    )
    _warn_of_contradictions(record, phase)
    return phase


def _warn_of_contradictions(record: Record, phase: Phase) -> None:
    """Contradictions within a phase forbid nothing, but no care plan of it can ever be met."""
    if phase.max_minutes is not None and phase.min_minutes > phase.max_minutes:
        record.warn("Max hours", "Max hours is less than Min hours: no client of this phase can be given enough")
    if phase.target_minutes < phase.min_minutes:
        record.warn("Target hours", "Target hours is less than Min hours; Min hours is the target then")
    if phase.min_days > phase.max_days:
        record.warn("Max days", "Max days is less than Min days: no client of this phase can be given enough days")
    if phase.max_minutes_per_day is not None and phase.min_minutes_per_day > phase.max_minutes_per_day:
        record.warn("Max hours per day", "Max hours per day is less than Min hours per day: every day is too short")


def read_topic_rules(source: Source) -> tuple[TopicRule, ...]:
    """Topic rules in the order of the sheet; a second rule for a phase and topic is an error."""
    rules: dict[tuple[str | None, str], TopicRule] = {}
    for record in source.records(TOPIC_RULES):
        rule = _topic_rule(source, record)
        first = rules.setdefault((rule.phase, rule.topic), rule)
        if first is not rule and rule.topic:
            whose = f'phase "{rule.phase}"' if rule.phase else "every phase"
            record.error("Topic", f'topic "{rule.topic}" has a rule for {whose} already, in row {first.row}')
    return tuple(rule for rule in rules.values() if rule.topic)


def _topic_rule(source: Source, record: Record) -> TopicRule:
    topic = record.read("Topic", name_of, "")
    rule = TopicRule(
        phase=record.read("Phase", source.names.phases.one, None),
        topic=source.names.topics.adopt(topic) if topic else "",
        min_sessions=record.read("Min sessions", whole(), 0),
        max_sessions=record.read("Max sessions", whole(), None),
        one_group=record.read("One group", yes_no, False),
        row=record.number,
    )
    if rule.max_sessions is not None and rule.min_sessions > rule.max_sessions:
        record.warn("Max sessions", "Max sessions is less than Min sessions: the minimum can never be met")
    return rule
