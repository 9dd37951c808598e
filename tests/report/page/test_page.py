"""The page's source: self-contained, safe against what names hold, and complete."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from scheduler.domain.schedule import Schedule
from scheduler.report.page import schedule_page
from tests.report import site

PAGE = schedule_page(site.week(), site.schedule(), site.evaluation()).decode()

ATTRIBUTES = {
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "autocomplete",
    "charset",
    "class",
    "content",
    "data-words",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "list",
    "name",
    "rel",
    "role",
    "scope",
    "spellcheck",
    "style",
    "tabindex",
    "type",
    "value",
}
"""Every attribute that the page has: a name that broke out of one would bring another."""


class Source(HTMLParser):
    """Every tag with its attributes, the script, and the visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script" and data.strip():
            self.scripts.append(data)
        self.text += data

    def having(self, attribute: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.tags if attribute in attributes]


SOURCE = Source(PAGE)


def test_one_script_and_it_is_ours() -> None:
    """Names with </script> stay text; the policy admits the one script by its hash and no loading at all."""
    assert [tag for tag, _ in SOURCE.tags].count("script") == 1
    policy = next(a["content"] for a in SOURCE.having("http-equiv"))
    digest = base64.b64encode(hashlib.sha256(SOURCE.scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert site.NASTY_ID in SOURCE.text
    assert {name for _, attributes in SOURCE.tags for name in attributes} == ATTRIBUTES


def test_nothing_is_loaded_from_anywhere() -> None:
    """No src, no stylesheet, no import, no url(); the only addresses are places in the page and telehealth links."""
    assert not SOURCE.having("src")
    assert "link" not in [tag for tag, _ in SOURCE.tags]
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon", PAGE)
    outside = {a["href"] for a in SOURCE.having("href") if not a["href"].startswith("#")}
    assert outside == {site.LINK, "https://hybrid.example.org/2"}


def test_every_session_is_in_the_grid_and_in_the_list() -> None:
    """Thirty-two activities: a block each, and the row that the block leads to."""
    rows = {a["id"] for a in SOURCE.having("id") if re.fullmatch(r"s\d+", a["id"])}
    blocks = [a["href"][1:] for a in SOURCE.having("href") if re.fullmatch(r"#s\d+", a["href"])]
    assert len(rows) == len(site.schedule().sessions) + len(site.schedule().one_on_ones) == 32
    assert sorted(blocks) == sorted(rows)


def test_individual_sessions_are_hidden_at_first() -> None:
    """The picture begins with the groups; every private block waits to be asked for."""
    private = [a for a in SOURCE.having("class") if "private" in a["class"].split()]
    assert len(private) == 20
    assert all("hidden" in a for a in private)


def test_it_is_found_by_client_clinician_room_and_group() -> None:
    """The words of the group in Room 1 on Monday, and of C07's account."""
    words = [set(a["data-words"].split("\n")) for a in SOURCE.having("data-words")]
    assert any({"C01", "Ana Ruiz", "Room 1", "Relapse Prevention A"} <= found for found in words)
    assert {"C07"} in words


def test_names_only_when_asked_for() -> None:
    """By default ids; with names both, in the roster, the search and the clients' list."""
    assert "Łukasz Wójcik" not in PAGE
    named = schedule_page(site.week(), site.schedule(), site.evaluation(), names=True).decode()
    assert '<option value="C03 Łukasz Wójcik">' in named
    assert "C03 Łukasz Wójcik\nC03" in named


def test_ids_are_unique_and_fields_have_labels() -> None:
    """What screen readers need: one id once, labels around fields, headings in order, a language."""
    ids = [a["id"] for a in SOURCE.having("id")]
    assert len(ids) == len(set(ids))
    assert ("html", {"lang": "en"}) in SOURCE.tags
    assert [tag for tag, _ in SOURCE.tags if re.fullmatch(r"h\d", tag)][:3] == ["h1", "h2", "h3"]
    assert {a["scope"] for tag, a in SOURCE.tags if tag == "th"} == {"col", "row"}


def test_the_short_client_stands_out() -> None:
    """C07's row is marked in words, not by colour alone."""
    assert PAGE.count("<td>SHORT</td>") == 1
    assert "Not scheduled: on hold" in PAGE


def test_an_empty_week_is_a_page_too() -> None:
    """Nothing held: it says so."""
    page = schedule_page(site.week(), Schedule(), site.evaluation()).decode()
    assert "Nothing is held this week." in page
