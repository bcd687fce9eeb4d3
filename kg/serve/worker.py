"""A process that answers one query after another: JSON lines in, JSON lines out, answers in files.

``python -m kg.serve.worker GRAPH SECONDS``. A request holds what ``kg.store.answers.answer`` takes. A reply is an
Answer's fields, or the status (of HTTP) and the line of an error. The first reply is {} where the graph can be read.
"""

from __future__ import annotations

import json
import logging
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.store.answers import Answer, RefusedError, answer, open_to_answer

log = logging.getLogger(__name__)

MEMORY = 4 << 30
"""Bytes of memory that a query may take beside the graph."""
GRACE = 1.0
"""Seconds beyond those a query may take, after which a process ends itself whose server has gone."""
LONGEST = 500
"""Characters of an error that are told."""


def main(path: str, seconds: float) -> None:
    """Answer until the input ends."""
    try:
        ask = partial(answer, open_to_answer(path))
    except KgError as error:
        _tell({"status": 500, "line": str(error)})
        return
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (used + MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    _tell({})
    for line in sys.stdin.buffer:
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
        _tell(_reply(ask, json.loads(line)))
        signal.setitimer(signal.ITIMER_REAL, 0)


def _reply(ask: Callable[..., Answer], request: dict[str, Any]) -> dict[str, Any]:
    text, out = request.pop("query"), Path(request.pop("out"))
    try:
        return asdict(ask(text, out, **request))
    except RefusedError as error:
        return {"status": 403, "line": str(error)}
    except KgError as error:
        return {"status": 400, "line": str(error)[:LONGEST]}
    except OSError:
        log.exception("the store cannot be read, or the answer not written")
        return {"status": 500, "line": "The store cannot be read, or there is no room for the answer."}


def _tell(reply: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(reply) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
