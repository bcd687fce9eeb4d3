"""The same in any process: what depends on the order of a set or on a hash comes out differently in two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def outputs(program: str) -> set[bytes]:
    """What a program (which may import the tests' modules) prints under two hash seeds: one value where it is alike."""
    path = os.pathsep.join([str(HERE), str(HERE.parent)])
    return {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
