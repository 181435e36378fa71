"""What is due, by the reader's own clock."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect


@pytest.mark.parametrize(
    ("today", "ahead", "past"),
    [
        (datetime(2020, 4, 1, 9, tzinfo=UTC), ["10/4/2020còn 9 ngày"], []),
        (datetime(2020, 5, 1, 9, tzinfo=UTC), [], ["10/4/2020"]),
    ],
)
def test_the_home_page_sorts_deadlines_by_the_readers_day(
    browser: Browser, address: str, today: datetime, ahead: list[str], past: list[str]
) -> None:
    page = browser.new_page(timezone_id="Asia/Ho_Chi_Minh")
    page.clock.set_fixed_time(today)
    page.goto(address)
    expect(page.locator('[data-due-list="ahead"] .deadline-when')).to_have_text(ahead)
    expect(page.locator('[data-due-list="past"] .deadline-when')).to_have_text(past)
    assert page.locator(".due-none:visible").count() == 1
    page.close()
