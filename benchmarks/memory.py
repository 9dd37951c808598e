"""The most memory that this process has used."""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_megabytes() -> int | None:
    """Resident megabytes at the peak; None where the system does not say (Windows).

    Linux's own count of this process comes first: getrusage there includes what the process was before it began.
    """
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="utf-8").splitlines()
        peak = next((line for line in lines if line.startswith("VmHWM:")), None)
        if peak is not None:
            return int(peak.split()[1]) // 1024
    try:
        import resource
    except ImportError:
        return None
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used // 1024**2 if sys.platform == "darwin" else used // 1024
