"""The page in a real headless Chromium, from a file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from scheduler.report.page import schedule_page
from tests.report import site

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium or Chrome is installed")


def shown(tmp_path: Path, search: str = "", then: str = "") -> str:
    """The page's DOM after its script ran; then: a script of the test, which the page's own policy would refuse."""
    page = schedule_page(site.week(), site.schedule(), site.evaluation(), names=True).decode()
    if then:
        page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        page = page.replace("</body>", f"<script>{then}</script></body>")
    path = tmp_path / "schedule.html"
    path.write_text(page, encoding="utf-8")
    address = path.as_uri() + (f"#find={quote(search, safe='')}" if search else "")
    command = [BROWSER, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


def visible_rows(dom: str) -> int:
    rows = re.findall(r'<tr id="s\d+"[^>]*>', dom)
    return sum("hidden" not in re.sub(r'data-words="[^"]*"', "", row) for row in rows)


def test_a_client_is_found_with_everything_of_the_week(tmp_path: Path) -> None:
    """C02: six group sessions and one individual session, which now shows in the grid, alone in its column."""
    dom = shown(tmp_path, "C02")
    assert "7 of 32 sessions: C02" in dom
    assert visible_rows(dom) == 7
    blocks = re.findall(r'<li class="block [^"]*" style="([^"]*)" data-words="[^"]*"( hidden="")?>', dom)
    left = [style for style, hidden in blocks if not hidden]
    assert len(left) == 7
    assert all("--of: 1" in style.replace("--of:1", "--of: 1") for style in left)


SEARCHES = {"zoe": 7, "lukasz": 7, "Ben O'Hara": 15, "RELAPSE": 3, "Tele": 2, "nobody at all": 0, "": 32}
"""By name without its accents, clinician, part of a group's name, room, nothing that is there, nothing at all."""


def test_search(tmp_path: Path) -> None:
    """Each search leaves just the sessions that it is about in the list."""
    dom = shown(
        tmp_path,
        then=f"""
        const find = document.getElementById("find");
        document.title = {json.dumps(list(SEARCHES))}.map((text) => {{
          find.value = text;
          find.dispatchEvent(new Event("input"));
          return document.querySelectorAll("#list tbody tr:not([hidden])").length;
        }}).join("|");
        """,
    )
    assert f"<title>{'|'.join(map(str, SEARCHES.values()))}</title>" in dom


def test_an_id_that_tries_to_break_out_is_found_like_any_other(tmp_path: Path) -> None:
    """Six group sessions and one individual session, through the address of the page."""
    assert visible_rows(shown(tmp_path, site.NASTY_ID)) == 7


def test_typing_and_buttons_work(tmp_path: Path) -> None:
    """A search typed in, the box for individual sessions, and the switch to dark and back."""
    dom = shown(
        tmp_path,
        then="""
        const find = document.getElementById("find"), root = document.documentElement, log = [];
        const blocks = () => document.querySelectorAll(".block:not([hidden])").length;
        log.push(blocks());
        document.getElementById("private").click(); log.push(blocks());
        find.value = "12-STEP "; find.dispatchEvent(new Event("input")); log.push(blocks());
        document.getElementById("theme").click(); log.push(root.dataset.theme);
        log.push(getComputedStyle(document.body).backgroundColor);
        document.getElementById("theme").click(); log.push(root.dataset.theme);
        log.push(document.querySelector(".scroll").scrollWidth <= innerWidth);
        document.title = log.join("|");
        """,
    )
    assert "<title>12|32|1|dark|rgb(20, 24, 28)|light|true</title>" in dom


def test_no_script_of_a_name_runs(tmp_path: Path) -> None:
    """An id and a name that hold scripts change nothing: the title is the program's, every row is there."""
    dom = shown(tmp_path)
    assert "<title>Harbor &amp; Sons &lt;IOP&gt;, week of November 23 – 29, 2026</title>" in dom
    assert visible_rows(dom) == 32
    assert dom.count("<script>") == 1
