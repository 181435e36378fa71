"""A report of an error from a clause: filled in, and sent where the site's own configuration says."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from site_sample import write_sample

import pipeline.site
from pipeline.site import build_site

WHERETO = "https://example.org/issues/new?title={title}&body={body}"


@pytest.fixture(scope="module")
def reporting_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample on a site whose configuration names where reports go."""
    folder = tmp_path_factory.mktemp("reporting")
    project = pipeline.site.PROJECT
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count('report_url: ""') == 1
    (folder / "mkdocs.yml").write_text(
        settings.replace('report_url: ""', f'report_url: "{WHERETO}"'), encoding="utf-8"
    )
    (folder / "site").symlink_to(project / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.site.PROJECT", folder)
        build_site(write_sample(folder / "package"), folder / "built")
    return folder / "built"


def test_a_report_holds_place_address_words_and_source_lines(browser: Browser, reporting_site: Path) -> None:
    page = browser.new_page()
    page.goto((reporting_site / "van-ban/son-la-mau/index.html").as_uri() + "#1.a")
    page.locator('[data-report="1.a"]').click()
    send = page.locator(".report-send")
    expect(send).to_have_text("Gửi báo lỗi")
    target = urlsplit(send.get_attribute("href") or "")
    asked = parse_qs(target.query)
    assert f"{target.scheme}://{target.netloc}{target.path}" == "https://example.org/issues/new"
    assert asked["title"] == ["Báo lỗi: điểm a khoản 1, Kết luận 296-KL/TU"]
    lines = asked["body"][0].split("\n")
    assert lines[0] == "Chỗ: điểm a khoản 1, Kết luận 296-KL/TU"
    assert lines[1].endswith("van-ban/son-la-mau/index.html#1.a") or lines[1].endswith(
        "van-ban/son-la-mau/#1.a"
    )
    assert lines[2] == "Bản gốc: source/son-la-mau.txt, dòng 13"
    assert lines[3] == "Lời văn: Giao Sở Y tế rà soát, báo cáo trước ngày 10/4/2020."
    assert lines[4] == "Điều thấy sai: "
    page.close()


def test_the_page_about_reports_leads_there_too(reporting_site: Path) -> None:
    html = (reporting_site / "gioi-thieu/index.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/issues/new?title=B%C3%A1o%20l%E1%BB%97i&amp;body="' in html
