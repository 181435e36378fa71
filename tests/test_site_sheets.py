"""What is left of the theme's style sheet: the rules that a page of ours can meet, and nothing that they lack."""

import pytest

from pipeline.site.sheets import names_in, rules_of, style_sheet, used_rules

PAGE = '<body dir="ltr"><input data-md-toggle="search"><p class="prose">Chữ</p><p id="cuoi" lang="vi"></p></body>'


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (".md-search__form", {"md-search__form"}),
        ("[dir=rtl] .md-search:not(.open)", {"dir", "rtl", "md-search"}),
        ('[data-md-toggle="search"]:checked~.md-header', {"data-md-toggle", "search", "md-header"}),
        ("a:is(.one,:not(.two)) #three", {"three"}),
        ("table:not([class]) td>:first-child", set()),
        ("*,:after", set()),
    ],
)
def test_what_a_selector_asks_for(selector: str, expected: set[str]) -> None:
    assert names_in(selector) == expected


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        ("p{margin:0}", "p{margin:0}"),
        (".prose{margin:0}", ".prose{margin:0}"),
        (".tabbed{margin:0}", ""),
        (".prose,.tabbed{margin:0}", ".prose{margin:0}"),
        (".prose .tabbed{margin:0}", ""),
        (".prose:not(.tabbed){margin:0}", ".prose:not(.tabbed){margin:0}"),
        ("p:is(.prose,.tabbed){margin:0}", "p:is(.prose,.tabbed){margin:0}"),
        ("#cuoi{margin:0}", "#cuoi{margin:0}"),
        ("[dir=rtl] .prose{margin:0}", ""),
        ("[dir=ltr] .prose{margin:0}", "[dir=ltr] .prose{margin:0}"),
        ("[lang^=v]{margin:0}", "[lang^=v]{margin:0}"),
        ("@media print{.prose{margin:0}.tabbed{margin:1px}}", "@media print{.prose{margin:0}}"),
        ("@media print{.tabbed{margin:1px}}", ""),
        ("@page{margin:25mm}", "@page{margin:25mm}"),
        ('@charset "UTF-8";p{margin:0}', '@charset "UTF-8";p{margin:0}'),
        ('p:before{content:"}.x{"}.tabbed{margin:0}', 'p:before{content:"}.x{"}'),
    ],
)
def test_rules_that_no_page_can_meet_are_left_out(rule: str, left: str) -> None:
    assert style_sheet(rule, [], [PAGE]) == left


def test_braces_in_strings_addresses_and_comments_cut_nothing() -> None:
    sheet = "a{background:url(data:image/svg+xml;x{})}/* { */b{content:'}'}"
    assert list(rules_of(sheet)) == [
        ("a", "background:url(data:image/svg+xml;x{})"),
        ("/* { */b", "content:'}'"),
    ]


def test_what_no_rule_uses_is_left_out_too() -> None:
    theme = ":root{--seen:1px;--icon:url('a;b')}p{margin:var(--seen)}@keyframes spin{to{top:0}}@keyframes go{to{top:0}}p{animation:go 1s}"
    left = ":root{--seen:1px}p{margin:var(--seen)}@keyframes go{to{top:0}}p{animation:go 1s}"
    assert style_sheet(theme, [], [PAGE]) == left
    own = "b{background:var(--icon)}"
    assert (
        style_sheet(":root{--seen:1px;--icon:url('a;b')}", [own], [PAGE]) == ":root{--icon:url('a;b')}" + own
    )


def test_our_own_rules_stay_whatever_they_name() -> None:
    assert style_sheet("p{top:0}", [".kind-point{top:0}"], [PAGE]) == "p{top:0}.kind-point{top:0}"


def test_a_script_or_template_keeps_a_rule_as_a_page_does() -> None:
    assert used_rules(".is-open{top:0}", frozenset({"is-open"})) == ".is-open{top:0}"
    script = 'contents.classList.toggle("is-open", open);'
    assert style_sheet(".is-open{top:0}.is-shut{top:0}", [], [PAGE, script]) == ".is-open{top:0}"
