"""Time expressions resolved against the day of the article."""

from datetime import date

import pytest

from kg.ground.times import ANOTHER, NO_DATE, UNREAD, resolve, resolved
from kg.model import Interval, Span, Time

MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY = (date(2025, 3, d) for d in (17, 18, 21, 22, 23))
NEW_YEAR = date(2024, 1, 1)  # a Monday

RELATIVE = [
    # base, words, tense, first, last, precision
    (MONDAY, "Sunday", "past", "2025-03-16", "2025-03-16", "day"),
    (MONDAY, "Monday", "past", "2025-03-17", "2025-03-17", "day"),
    (MONDAY, "Monday", "future", "2025-03-17", "2025-03-17", "day"),
    (MONDAY, "Tuesday", "future", "2025-03-18", "2025-03-18", "day"),
    (MONDAY, "Tuesday", "past", "2025-03-11", "2025-03-11", "day"),
    (MONDAY, "Tuesday", "present", "2025-03-18", "2025-03-18", "day"),
    (TUESDAY, "Tuesday", "past", "2025-03-18", "2025-03-18", "day"),
    (TUESDAY, "Tuesday", "future", "2025-03-18", "2025-03-18", "day"),
    (TUESDAY, "next Tuesday", "future", "2025-03-25", "2025-03-25", "day"),
    (TUESDAY, "last Tuesday", "past", "2025-03-11", "2025-03-11", "day"),
    (FRIDAY, "Sunday", "past", "2025-03-16", "2025-03-16", "day"),
    (FRIDAY, "Sunday", "future", "2025-03-23", "2025-03-23", "day"),
    (SATURDAY, "Friday", "past", "2025-03-21", "2025-03-21", "day"),
    (SUNDAY, "Monday", "future", "2025-03-24", "2025-03-24", "day"),
    (SUNDAY, "Saturday night", "past", "2025-03-22", "2025-03-22", "day"),
    (MONDAY, "last Friday", "past", "2025-03-14", "2025-03-14", "day"),
    (MONDAY, "this past Friday", "past", "2025-03-14", "2025-03-14", "day"),
    (MONDAY, "this Friday", "future", "2025-03-21", "2025-03-21", "day"),
    (MONDAY, "next Friday", "future", "2025-03-21", "2025-03-21", "day"),
    (MONDAY, "late Friday", "past", "2025-03-14", "2025-03-14", "day"),
    (TUESDAY, "Tuesday morning", "past", "2025-03-18", "2025-03-18", "day"),
    (MONDAY, "today", "past", "2025-03-17", "2025-03-17", "day"),
    (MONDAY, "tonight", "future", "2025-03-17", "2025-03-17", "day"),
    (MONDAY, "this morning", "past", "2025-03-17", "2025-03-17", "day"),
    (MONDAY, "yesterday", "past", "2025-03-16", "2025-03-16", "day"),
    (MONDAY, "yesterday evening", "past", "2025-03-16", "2025-03-16", "day"),
    (MONDAY, "last night", "past", "2025-03-16", "2025-03-16", "day"),
    (NEW_YEAR, "yesterday", "past", "2023-12-31", "2023-12-31", "day"),
    (MONDAY, "tomorrow", "future", "2025-03-18", "2025-03-18", "day"),
    (MONDAY, "the day before yesterday", "past", "2025-03-15", "2025-03-15", "day"),
    (MONDAY, "overnight", "past", "2025-03-16", "2025-03-17", "day"),
    (MONDAY, "last week", "past", "2025-03-10", "2025-03-16", "week"),
    (SUNDAY, "last week", "past", "2025-03-10", "2025-03-16", "week"),
    (SUNDAY, "this week", "past", "2025-03-17", "2025-03-23", "week"),
    (MONDAY, "this week", "future", "2025-03-17", "2025-03-23", "week"),
    (FRIDAY, "earlier this week", "past", "2025-03-17", "2025-03-21", "week"),
    (TUESDAY, "later this week", "future", "2025-03-18", "2025-03-23", "week"),
    (FRIDAY, "next week", "future", "2025-03-24", "2025-03-30", "week"),
    (MONDAY, "the weekend", "past", "2025-03-15", "2025-03-16", "weekend"),
    (SUNDAY, "the weekend", "past", "2025-03-22", "2025-03-23", "weekend"),
    (FRIDAY, "the weekend", "past", "2025-03-15", "2025-03-16", "weekend"),
    (FRIDAY, "this weekend", "future", "2025-03-22", "2025-03-23", "weekend"),
    (SUNDAY, "last weekend", "past", "2025-03-15", "2025-03-16", "weekend"),
    (MONDAY, "next weekend", "future", "2025-03-22", "2025-03-23", "weekend"),
    (MONDAY, "last month", "past", "2025-02-01", "2025-02-28", "month"),
    (NEW_YEAR, "last month", "past", "2023-12-01", "2023-12-31", "month"),
    (MONDAY, "earlier this month", "past", "2025-03-01", "2025-03-17", "month"),
    (MONDAY, "next month", "future", "2025-04-01", "2025-04-30", "month"),
    (MONDAY, "last year", "past", "2024-01-01", "2024-12-31", "year"),
    (MONDAY, "late last year", "past", "2024-01-01", "2024-12-31", "year"),
    (MONDAY, "this year", "future", "2025-01-01", "2025-12-31", "year"),
    (MONDAY, "next year", "future", "2026-01-01", "2026-12-31", "year"),
    (MONDAY, "last quarter", "past", "2024-10-01", "2024-12-31", "quarter"),
    (MONDAY, "last decade", "past", "2010-01-01", "2019-12-31", "decade"),
    (MONDAY, "March 3", "past", "2025-03-03", "2025-03-03", "day"),
    (MONDAY, "March 20", "future", "2025-03-20", "2025-03-20", "day"),
    (MONDAY, "December 1", "past", "2024-12-01", "2024-12-01", "day"),
    (MONDAY, "January 20", "future", "2026-01-20", "2026-01-20", "day"),
    (MONDAY, "Feb. 29", "past", "2024-02-29", "2024-02-29", "day"),
    (MONDAY, "June 16th of last year", "past", "2024-06-16", "2024-06-16", "day"),
    (MONDAY, "the 3rd of March", "past", "2025-03-03", "2025-03-03", "day"),
    (MONDAY, "February", "past", "2025-02-01", "2025-02-28", "month"),
    (MONDAY, "March", "past", "2025-03-01", "2025-03-31", "month"),
    (MONDAY, "November", "past", "2024-11-01", "2024-11-30", "month"),
    (MONDAY, "November", "future", "2025-11-01", "2025-11-30", "month"),
    (MONDAY, "January", "future", "2026-01-01", "2026-01-31", "month"),
    (MONDAY, "last March", "past", "2024-03-01", "2024-03-31", "month"),
    (MONDAY, "late February", "past", "2025-02-01", "2025-02-28", "month"),
    (MONDAY, "mid-February", "past", "2025-02-01", "2025-02-28", "month"),
    (MONDAY, "the third quarter", "past", "2024-07-01", "2024-09-30", "quarter"),
    (MONDAY, "the third quarter", "future", "2025-07-01", "2025-09-30", "quarter"),
    (MONDAY, "the fourth quarter of last year", "past", "2024-10-01", "2024-12-31", "quarter"),
    (MONDAY, "last summer", "past", "2024-06-01", "2024-08-31", "season"),
    (MONDAY, "this summer", "future", "2025-06-01", "2025-08-31", "season"),
    (MONDAY, "last winter", "past", "2024-12-01", "2025-02-28", "season"),
    (MONDAY, "two days ago", "past", "2025-03-15", "2025-03-15", "day"),
    (MONDAY, "a week ago", "past", "2025-03-10", "2025-03-16", "week"),
    (MONDAY, "three months ago", "past", "2024-12-01", "2024-12-31", "month"),
    (MONDAY, "five years ago", "past", "2020-01-01", "2020-12-31", "year"),
    (MONDAY, "several weeks ago", "past", None, "2025-03-17", "week"),
    (MONDAY, "the past three years", "past", "2022-03-17", "2025-03-17", "year"),
    (MONDAY, "the last two weeks", "past", "2025-03-03", "2025-03-17", "week"),
    (MONDAY, "the past year", "past", "2024-03-17", "2025-03-17", "year"),
    (MONDAY, "recent weeks", "past", None, "2025-03-17", "week"),
    (MONDAY, "the coming weeks", "future", "2025-03-17", None, "week"),
    (MONDAY, "the next 30 days", "future", "2025-03-17", "2025-04-16", "day"),
    (MONDAY, "within weeks", "future", "2025-03-17", None, "week"),
    (MONDAY, "within two months", "future", "2025-03-17", "2025-05-17", "month"),
    (MONDAY, "in two weeks", "future", "2025-03-31", "2025-04-06", "week"),
    (MONDAY, "14 May last year", "past", "2024-05-14", "2024-05-14", "day"),
    (MONDAY, "May 3 and 4", "future", "2025-05-03", "2025-05-04", "day"),
    (MONDAY, "Thursday last week", "past", "2025-03-13", "2025-03-13", "day"),
    (MONDAY, "the first half of last year", "past", "2024-01-01", "2024-06-30", "half-year"),
    (MONDAY, "the first nine months of last year", "past", "2024-01-01", "2024-09-30", "month"),
    (MONDAY, "the last week of February", "past", "2025-02-22", "2025-02-28", "week"),
    (MONDAY, "the last Sunday of February", "past", "2025-02-23", "2025-02-23", "day"),
    (MONDAY, "the three months to February", "past", "2024-12-01", "2025-02-28", "month"),
    (MONDAY, "a week before March 3", "past", "2025-02-24", "2025-03-02", "week"),
    (MONDAY, "two days after Sunday", "past", "2025-03-18", "2025-03-18", "day"),
    (MONDAY, "the week of March 3", "past", "2025-03-03", "2025-03-09", "week"),
    (MONDAY, "Christmas Eve", "past", "2024-12-24", "2024-12-24", "day"),
    (MONDAY, "New Year’s Day", "past", "2025-01-01", "2025-01-01", "day"),
    (MONDAY, "a year and a half ago", "past", "2023-09-01", "2023-09-30", "month"),
    (MONDAY, "a fortnight ago", "past", "2025-03-03", "2025-03-09", "week"),
    (MONDAY, "three hours ago", "past", "2025-03-17", "2025-03-17", "day"),
    (MONDAY, "within 48 hours", "future", "2025-03-17", "2025-03-19", "day"),
    (MONDAY, "the end of the month", "future", "2025-03-01", "2025-03-31", "month"),
]

ABSOLUTE = [
    ("March 17, 2025", "2025-03-17", "2025-03-17", "day"),
    ("17 March 2025", "2025-03-17", "2025-03-17", "day"),
    ("Mon March 17, 2025", "2025-03-17", "2025-03-17", "day"),
    ("Monday, Sept. 1, 2025", "2025-09-01", "2025-09-01", "day"),
    ("2025-03-17", "2025-03-17", "2025-03-17", "day"),
    ("March 2025", "2025-03-01", "2025-03-31", "month"),
    ("early February 2024", "2024-02-01", "2024-02-29", "month"),
    ("the end of March 2025", "2025-03-01", "2025-03-31", "month"),
    ("2022", "2022-01-01", "2022-12-31", "year"),
    ("mid-2023", "2023-01-01", "2023-12-31", "year"),
    ("2014-2018", "2014-01-01", "2018-12-31", "year"),
    ("2014–18", "2014-01-01", "2018-12-31", "year"),
    ("May 14-16, 2025", "2025-05-14", "2025-05-16", "day"),
    ("3 to 5 May 2025", "2025-05-03", "2025-05-05", "day"),
    ("the 19th century", "1801-01-01", "1900-12-31", "century"),
    ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
    ("Q3 2024", "2024-07-01", "2024-09-30", "quarter"),
    ("the third quarter of 2024", "2024-07-01", "2024-09-30", "quarter"),
    ("the summer of 2023", "2023-06-01", "2023-08-31", "season"),
    ("winter 2023", "2023-12-01", "2024-02-29", "season"),
]

LED = [
    # words, relation, tense, first, last, precision
    ("since 2022", "since", "past", "2022-01-01", None, "year"),
    ("since the 2022 invasion", "since", "past", "2022-01-01", None, "year"),
    ("since the war began in February 2022", "since", "past", "2022-02-01", None, "month"),
    ("Since taking office on Jan. 20", "since", "past", "2025-01-20", None, "day"),
    ("since Sunday", "since", "present", "2025-03-16", None, "day"),
    ("since March", "since", "present", "2025-03-01", None, "month"),
    ("since last week", "since", "past", "2025-03-10", None, "week"),
    ("since the war broke out two years ago", "since", "past", "2023-01-01", None, "year"),
    ("from 2014", "from", "past", "2014-01-01", None, "year"),
    ("2016", "until", "past", None, "2016-12-31", "year"),
    ("until Friday", "until", "future", None, "2025-03-21", "day"),
    ("by Tuesday", "by", "future", None, "2025-03-18", "day"),
    ("by the end of the month", "by", "future", None, "2025-03-31", "month"),
    ("before the end of the year", "before", "future", None, "2025-12-31", "year"),
    ("since the end of 2022", "since", "past", "2022-12-31", None, "year"),
    ("by March of next year", "by", "future", None, "2026-03-31", "month"),
    ("before Friday", "before", "past", None, "2025-03-13", "day"),
    ("before 2014", "before", "past", None, "2013-12-31", "year"),
    ("after March 3", "after", "past", "2025-03-04", None, "day"),
]

OPEN = [
    ("that day", ANOTHER),
    ("the same week", ANOTHER),
    ("February 30", UNREAD),
    ("February 30, 2024", UNREAD),
    ("2025-13-01", UNREAD),
    ("40,000 years ago", UNREAD),
    ("once", UNREAD),
]

# "a day earlier" counts from the last time named before it that is told as finely, else from the day of the article
IN_FOCUS = [
    # named before it, words, first, last, precision
    ([], "a day earlier", "2025-03-16", "2025-03-16", "day"),
    ([], "the previous year", "2024-01-01", "2024-12-31", "year"),
    (["Friday"], "a day earlier", "2025-03-13", "2025-03-13", "day"),
    (["Friday"], "the next day", "2025-03-15", "2025-03-15", "day"),
    (["Friday"], "the following Monday", "2025-03-17", "2025-03-17", "day"),
    (["Friday"], "hours later", "2025-03-14", "2025-03-15", "day"),
    (["Friday"], "three hours earlier", "2025-03-13", "2025-03-14", "day"),
    (["Friday"], "48 hours later", "2025-03-16", "2025-03-16", "day"),
    (["Friday"], "minutes later", "2025-03-14", "2025-03-14", "day"),
    (["Friday"], "within hours", "2025-03-14", "2025-03-15", "day"),
    (["Friday"], "the same month a year earlier", "2024-03-01", "2024-03-31", "month"),
    (["Friday"], "that week", "2025-03-10", "2025-03-16", "week"),
    (["Friday", "2019"], "a day earlier", "2025-03-13", "2025-03-13", "day"),
    (["Friday", "2019"], "the following year", "2020-01-01", "2020-12-31", "year"),
    (["Friday", "2019"], "that summer", "2019-06-01", "2019-08-31", "season"),
    (["Feb. 3, 2024", "a week later"], "three months before", "2023-11-01", "2023-11-30", "month"),
    (["Friday", "a day earlier"], "a day earlier", "2025-03-12", "2025-03-12", "day"),
]


def days(interval: Interval | str):
    assert isinstance(interval, Interval), interval
    return (*tuple(d and d.isoformat() for d in (interval.first, interval.last)), interval.precision)


@pytest.mark.parametrize(("base", "words", "tense", "first", "last", "precision"), RELATIVE)
def test_relative(base, words, tense, first, last, precision):
    time = Time(Span(0, len(words)), words, tense)
    assert days(resolve(time, base)) == (first, last, precision)
    assert resolve(time, None) == NO_DATE


@pytest.mark.parametrize(("words", "first", "last", "precision"), ABSOLUTE)
@pytest.mark.parametrize("base", [None, MONDAY])
def test_absolute(base, words, first, last, precision):
    assert days(resolve(Time(Span(0, len(words)), words), base)) == (first, last, precision)


@pytest.mark.parametrize(("words", "relation", "tense", "first", "last", "precision"), LED)
def test_led(words, relation, tense, first, last, precision):
    assert days(resolve(Time(Span(0, len(words)), words, tense, relation), MONDAY)) == (first, last, precision)


@pytest.mark.parametrize(("words", "reason"), OPEN)
def test_open(words, reason):
    assert resolve(Time(Span(0, len(words)), words), MONDAY) == reason


@pytest.mark.parametrize(("named", "words", "first", "last", "precision"), IN_FOCUS)
def test_in_the_order_of_the_text(named, words, first, last, precision):
    times = [Time(Span(10 * n, 10 * n + 5), text) for n, text in enumerate([*named, words])]
    assert days(resolved(reversed(times), MONDAY)[times[-1]]) == (first, last, precision)
