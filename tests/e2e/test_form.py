"""A seller fills in the request form: from an angry draft to a request that support can answer at once."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.e2e.conftest import FORM, SELLER
from tests.support.chromium import Panel, until
from tests.support.service import CompanionProcess

ANGRY = (
    "Здравствуйте! Вы опять не зачислили оплату за заказ!!! Вчера деньги должны были прийти, а на балансе пусто. "
    "Это безобразие, сколько можно. Скриншот отчёта прилагаю."
)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 2_000


def open_form(page: Page, address: str) -> Panel:
    page.goto(address)
    page.get_by_label("Описание проблемы").wait_for()
    return Panel(page)


def write(page: Page, text: str) -> None:
    page.get_by_label("Описание проблемы").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def description(page: Page) -> str:
    return page.get_by_label("Описание проблемы").input_value()


def sent(page: Page) -> dict[str, Any]:
    record = page.locator("[data-last-ticket][data-sent]")
    record.wait_for(state="attached")
    return dict(json.loads(record.text_content() or ""))


@pytest.mark.parametrize("place", ["seller", "demo"])
def test_an_angry_draft_becomes_a_request_that_is_ready_and_is_sent(
    page: Page, companion_process: CompanionProcess, place: str
) -> None:
    panel = open_form(page, SELLER + FORM if place == "seller" else f"{companion_process.address}/demo/form")
    panel.wait_text("Выберите тему")
    panel.shot(f"form-{place}-1-empty")
    page.get_by_label("Тема обращения").select_option("Финансы")
    write(page, ANGRY)

    region = panel.wait_text("безобразие")
    panel.shot(f"form-{place}-2-angry")
    for expected in ("Укажите номер", "Вместо", "Файл обещан", "одного знака", "Напишите, о чём просите"):
        assert expected in region.text, expected
    assert "замечани" in panel.status()
    assert "Ориентир: ответ до" in panel.status()
    assert any("Дат" in line for line in panel.checklist())

    panel.press("одного знака", "Исправить")
    until(lambda: description(page), lambda text: "заказ! " in text, "один знак")
    panel.press("безобразие", "Исправить")
    until(lambda: description(page), lambda text: "безобразие" not in text, "без «безобразия»")
    panel.press("Вчера", "Исправить")
    until(lambda: description(page), lambda text: "Вчера" not in text, "дата вместо «вчера»")
    panel.press("Напишите, о чём просите", "Исправить")
    until(lambda: description(page), lambda text: "Прошу" in text, "просьба")
    if "сколько можно" in description(page):
        panel.press("сколько можно", "Исправить")
        until(lambda: description(page), lambda text: "сколько можно" not in text, "без «сколько можно»")
    panel.shot(f"form-{place}-3-fixed")

    page.get_by_label("Номер заказа или товара").fill("57195475-0050-3")
    page.locator("input[type=file]").set_input_files({"name": "отчёт.png", "mimeType": "image/png", "buffer": PNG})
    panel.wait_text("Готово к отправке")
    assert panel.suggestions() == []
    panel.shot(f"form-{place}-4-ready")

    text = description(page)
    page.get_by_role("button", name="Отправить").click()
    ticket = sent(page)
    assert ticket["description"] == text
    assert ticket["reference"] == "57195475-0050-3"
    assert [file["name"] for file in ticket["attachments"]] == ["отчёт.png"]
    assert page.get_by_text("Обращение № 7").first.is_visible()


def test_a_number_in_the_text_goes_into_its_field(page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    write(page, "12.11.2026 не зачислен платёж по заказу 57195475-0050-3, прошу проверить.")
    panel.press("номер", "Исправить")
    field = page.get_by_label("Номер заказа или товара")
    until(field.input_value, lambda value: value == "57195475-0050-3", "номер в поле")


def test_one_undo_takes_a_fix_back_and_the_caret_stays(page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    write(page, "Это безобразие, прошу проверить начисление!!! Жду ответа")
    before = description(page)
    page.keyboard.press("ArrowLeft")
    panel.press("одного знака", "Исправить")
    until(lambda: description(page), lambda text: "!!!" not in text, "один знак")
    caret = page.get_by_label("Описание проблемы").evaluate("field => field.value.length - field.selectionStart")
    assert caret == 1
    page.get_by_label("Описание проблемы").focus()
    page.keyboard.press("Control+z")
    until(lambda: description(page), lambda text: text == before, "отмена")


def test_fixes_clicked_faster_than_the_service_answers_are_all_applied(page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    write(page, "Верните оплату!!! Где деньги??? Это безобразие. Когда ответите?! Жду")
    first, *others = [panel.item(text) for text in ("!!!", "???", "безобразие", "?!")]
    for item in (first, *others):
        panel.click(item.find("button", "Исправить")[0])
    expected = "Верните оплату! Где деньги? Когда ответите? Жду"
    until(lambda: description(page), lambda text: text == expected, "все правки")


def test_why_unfolds_in_place_and_hide_takes_the_suggestion_away(page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    write(page, "Верните оплату!!! Это безобразие.")
    panel.item("безобразие")
    assert "описано спокойно" not in panel.item("безобразие").text
    panel.press("безобразие", "Почему?")
    panel.wait_text("описано спокойно")
    panel.press("безобразие", "Скрыть")
    panel.wait(lambda region: "«безобразие»" not in region.text, "скрыто")


def test_the_page_itself_is_never_changed(browser: BrowserContext, page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    write(page, ANGRY)
    panel.wait_text("безобразие")
    html = page.evaluate("() => [document.head.innerHTML, document.body.innerHTML]")
    attributes = page.evaluate("() => document.documentElement.getAttributeNames()")
    children = page.evaluate("() => [...document.documentElement.children].map(child => child.tagName)")
    assert attributes == ["lang"]
    assert children[:2] == ["HEAD", "BODY"]
    assert len(children) == 3
    page.evaluate("() => document.documentElement.lastElementChild.remove()")
    assert page.evaluate("() => [document.head.innerHTML, document.body.innerHTML]") == html


def test_a_text_that_is_too_long_is_explained(page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    page.get_by_label("Описание проблемы").fill("Прошу проверить. " * 1_300)
    panel.wait_text("20 000")
    page.get_by_label("Описание проблемы").fill("Прошу проверить заказ 57195475-0050-3.")
    panel.wait(lambda region: "20 000" not in region.text and bool(panel.checklist()), "снова проверено")


@pytest.mark.parametrize("variant", ["custom", "editable", "shadow", "iframe"])
def test_other_makes_of_the_form_are_read_too(page: Page, variant: str) -> None:
    page.goto(f"{SELLER}{FORM}?variant={variant}")
    panel = Panel(page)
    panel.wait_text("Выберите тему")
    frame = page.frame_locator("iframe") if variant == "iframe" else page
    frame.get_by_label("Описание проблемы").click()
    page.keyboard.type("Это безобразие, верните оплату")
    panel.press("безобразие", "Исправить")
    panel.wait(lambda region: "«безобразие»" not in region.text, "исправлено")


def test_a_request_page_that_cannot_be_read_is_called_unrecognised(browser: BrowserContext, page: Page) -> None:
    odd = "<!doctype html><html lang=ru><title>Обращение</title><h1>Новое обращение</h1><textarea></textarea>"
    browser.route(
        f"{SELLER}/odd", lambda route: route.fulfill(status=200, content_type="text/html; charset=utf-8", body=odd)
    )
    page.goto(f"{SELLER}/odd")
    region = Panel(page).wait_text("не распознана")
    assert not region.find("list", "Замечания")


def test_a_page_without_a_request_shows_nothing(browser: BrowserContext, page: Page) -> None:
    other = "<!doctype html><html lang=ru><title>Заказы</title><h1>Заказы</h1><input type=search aria-label='Поиск'>"
    browser.route(
        f"{SELLER}/orders", lambda route: route.fulfill(status=200, content_type="text/html; charset=utf-8", body=other)
    )
    page.goto(f"{SELLER}/orders")
    page.get_by_label("Поиск").fill("Это безобразие!!!")
    page.wait_for_timeout(2_500)
    assert Panel(page).region() is None


def test_a_folded_panel_stays_folded_on_this_site_and_opens_by_keyboard(page: Page) -> None:
    panel = open_form(page, SELLER + FORM)
    panel.wait_text("Выберите тему")
    panel.press_button("Свернуть")
    panel.wait(lambda region: not region.find("list", "Замечания"), "свёрнута")
    panel.shot("form-folded")
    page.reload()
    page.get_by_label("Описание проблемы").wait_for()
    region = panel.wait(lambda region: bool(region.find("button")), "пилюля")
    assert not region.find("list", "Замечания")
    page.get_by_role("link", name="учебный чат с поддержкой").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel.wait(lambda region: bool(region.find("list", "Замечания")), "раскрыта")
