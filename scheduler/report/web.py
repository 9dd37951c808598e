"""Telehealth links in HTML: followed only where that is safe."""

from __future__ import annotations

import re
from html import escape


def web_address(link: str) -> str:
    """The link if a click on it is safe (http or https), else nothing: it is then shown as text only."""
    return link if re.fullmatch(r"https?://[^\s\"'<>]+", link, re.IGNORECASE) else ""


def link_html(link: str) -> str:
    """The link as an anchor, or as plain text."""
    address = web_address(link)
    return f'<a href="{escape(address)}" rel="noreferrer">{escape(link)}</a>' if address else escape(link)
