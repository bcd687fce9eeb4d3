"""The measure of times and quantities: what counts as right, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import KgError
from kg.evaluate.expressions import TIMES, quantities, read, times

HEAD = "id\tpublished\ttext\texpression\tfirst\tlast\tprecision"
SUNDAY = "t1\t2031-05-14\tShe left on Sunday and will be back on Friday.\tSunday\t2031-05-11\t2031-05-11\tday"
FRIDAY = "t2\t2031-05-14\tShe left on Sunday and will be back on Friday.\tFriday\t2031-05-16\t2031-05-16\tday"
LATE = FRIDAY.replace("2031-05-16\tday", "2031-05-17\tday")
EMPTY = "t3\t2031-05-14\tThey march on the capital.\t\t\t\t"


@pytest.mark.parametrize(
    ("rows", "right", "errors"),
    [
        ([SUNDAY, FRIDAY, EMPTY], 100.0, []),
        ([SUNDAY], 50.0, [("t1", "Friday", ())]),  # what is in no row
        ([SUNDAY, LATE], 50.0, [("t2", "Friday", ("2031-05-16", "2031-05-17", "day"))]),
        ([EMPTY.replace("They march", "On Sunday they march")], 0.0, [("t3", "", ("", "", ""))]),
        ([], 0.0, []),
    ],
)  # fmt: skip
def test_times(tmp_path: Path, english: Language, rows: list[str], right: float, errors: list[object]) -> None:
    table = tmp_path / "times.tsv"
    table.write_text("\n".join([HEAD, *rows]) + "\n", "utf-8")
    found = times(table, english)
    assert found.figures()["right"] == right
    assert [(one.identifier, one.words, one.wanted) for one in found.errors] == errors


def test_quantities(tmp_path: Path, english: Language) -> None:
    table = tmp_path / "quantities.tsv"
    table.write_text(
        "id\ttext\texpression\tunit\tvalue\tlow\thigh\tapproximation\n"
        "q1\tAbout 11% of 12 villages.\tAbout 11%\tpercent\t11\t\t\tabout\n"
        "q2\tAbout 11% of 12 villages.\t12\tcount\t13\t\t\texactly\n",
        "utf-8",
    )
    found = quantities(table, english)
    assert found.figures() == {"expressions": 2, "texts without one": 0, "right": 50.0}
    assert [(one.words, one.found[:2]) for one in found.errors] == [("12", ("count", "12"))]


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"none\.tsv: cannot be read"):
        read(tmp_path / "none.tsv", TIMES)
    (tmp_path / "other.tsv").write_text("id\ttext\n", "utf-8")
    with pytest.raises(KgError, match="has no column expression, first, last, precision"):
        read(tmp_path / "other.tsv", TIMES)
