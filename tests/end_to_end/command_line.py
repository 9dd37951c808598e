"""The command line as a user runs it: another process, its exit code and what it prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INPUTS = sorted(path for path in (ROOT / "inputs").glob("*.xlsx") if not path.name.startswith("~$"))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}


def scheduler(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `scheduler` in a folder and wait for it."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def command(*arguments: str | Path) -> list[str]:
    """The command line as a list."""
    return [sys.executable, "-m", "scheduler", *map(str, arguments)]
