"""The same in the messenger: one composer, the topic in the path of clicked replies."""

import json
import re

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import MESSENGER, SELLER
from tests.support.chromium import Panel, until

ANGRY = "Вы опять удержали деньги за возврат, которого не было!!! Это безобразие. Скриншот прилагаю."
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 2_000


def reply(page: Page, *path: str) -> None:
    """Clicks quick replies of the bot's last message, one after the other."""
    for answer in path:
        page.locator('[is-mine=""]').last.get_by_text(answer, exact=True).click()


def composer(page: Page) -> str:
    return page.get_by_label("Сообщение", exact=True).input_value()


def write(page: Page, text: str) -> None:
    page.get_by_label("Сообщение", exact=True).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def opened(page: Page, *path: str) -> Panel:
    page.goto(SELLER + MESSENGER)
    reply(page, *path)
    page.get_by_text(re.compile("Опишите")).last.wait_for()
    return Panel(page)


def test_an_angry_message_becomes_one_that_is_ready_and_is_sent(page: Page) -> None:
    panel = opened(page, "Финансы", "Начисления в личном кабинете", "Удержание за возврат")
    write(page, ANGRY)
    region = panel.wait_text("безобразие")
    assert "Выберите тему" not in region.text
    assert "Файл обещан" in region.text
    panel.shot("messenger-1-angry")
    panel.press("одного знака", "Исправить")
    until(lambda: composer(page), lambda text: "!!!" not in text, "один знак")
    panel.press("безобразие", "Исправить")
    until(lambda: composer(page), lambda text: "безобразие" not in text, "без «безобразия»")
    write(page, " Возврат ii5275210303, удержание 12.11.2026. Прошу вернуть сумму.")
    page.locator("input[type=file]").set_input_files({"name": "отчёт.png", "mimeType": "image/png", "buffer": PNG})
    panel.wait_text("Готово к отправке")
    assert panel.suggestions() == []
    panel.shot("messenger-2-ready")
    text = composer(page)
    page.get_by_role("button", name="Отправить сообщение").click()
    record = page.locator("[data-last-message][data-sent]")
    record.wait_for(state="attached")
    assert json.loads(record.text_content() or "")["text"] == text


def test_a_later_message_in_an_open_request_is_judged_as_a_reply(page: Page) -> None:
    panel = opened(page, "FBO", "Поставка", "Не меняется статус")
    write(page, "Поставка 2000061286750 с 10.11.2026 в одном статусе, прошу проверить.")
    panel.wait_text("Готово к отправке")
    page.keyboard.press("Enter")
    page.get_by_text(re.compile(r"№ 7\d{7}")).first.wait_for()
    write(page, "Добавляю: вчера тоже без изменений, это безобразие")
    region = panel.wait_text("«безобразие»")
    assert "Вместо" not in region.text
    assert panel.checklist() == []


def test_back_leaves_a_branch_and_the_topic_is_the_path(page: Page) -> None:
    panel = opened(page, "FBS", "Назад", "Личный кабинет", "Авторизация", "Нет доступа")
    write(page, "Не зачислен платёж за неделю с 02.11.2026 по 08.11.2026, прошу проверить выплату.")
    panel.wait_text("По тексту подходит тема «Финансы»")


@pytest.mark.parametrize("address", ["?group=customers_v2", "?group=main"])
def test_other_chats_are_left_alone(page: Page, address: str) -> None:
    page.goto(f"{SELLER}/app/messenger/{address}")
    page.locator("main").wait_for()
    page.wait_for_timeout(1_000)
    assert Panel(page).region() is None


def test_a_bot_that_wants_one_value_is_left_alone(page: Page) -> None:
    page.goto(SELLER + MESSENGER)
    reply(page, "Товары и Цены", "Карточка товара", "Проверить один товар")
    page.get_by_text(re.compile("только одно")).last.wait_for()
    write(page, "Это безобразие!!!")
    page.wait_for_timeout(1_000)
    assert Panel(page).region() is None


def test_a_closed_request_is_left_alone(page: Page) -> None:
    panel = opened(page, "FBO", "Поставка", "Не меняется статус")
    write(page, "Это безобразие")
    panel.wait_text("«безобразие»")
    page.get_by_label("Сообщение", exact=True).fill("")
    write(page, "Поставка 2000061286750 с 10.11.2026 в одном статусе, прошу проверить.")
    page.keyboard.press("Enter")
    page.get_by_text(re.compile(r"№ 7\d{7}")).first.wait_for()
    page.get_by_role("button", name="Закрыть обращение").click()
    until(panel.region, lambda region: region is None, "без панели")


def test_single_page_navigation_ends_the_panel_and_brings_it_back(page: Page) -> None:
    panel = opened(page, "FBO", "Поставка", "Не меняется статус")
    write(page, "Это безобразие")
    panel.wait_text("«безобразие»")
    page.get_by_role("link", name="Покупатели").click()
    until(panel.region, lambda region: region is None, "без панели")
    page.get_by_role("link", name="Поддержка").click()
    panel.wait(lambda region: bool(region.find("status")), "снова панель")
