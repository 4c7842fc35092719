"""The parts: names that can be read aloud, targets large enough for a thumb, errors that keep what was typed."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from meetingplace.domain.pictures import PICTURE_SHAPES, Picture
from meetingplace.domain.refusals import Reason, Refused
from meetingplace.i18n.catalog import translator
from meetingplace.ui.kit import theme
from meetingplace.ui.kit.buttons import MenuButton, Segment, Stepper, button
from meetingplace.ui.kit.cards import Chip, EmptyState, PressableCard, label
from meetingplace.ui.kit.fields import SearchField, Ticks, check_box, line_edit, radio_button
from meetingplace.ui.kit.forms import Form
from meetingplace.ui.kit.header import SavedSign
from meetingplace.ui.kit.icons import icon_pixmap
from meetingplace.ui.kit.marks import CapacityBlocks, family_picture
from meetingplace.ui.kit.moments import DateField, TimeField, read_date, read_time
from meetingplace.ui.kit.parts_sheet import PartsSheet
from meetingplace.ui.kit.rows import WaitingRow
from meetingplace.ui.kit.tables import Column, Table
from meetingplace.ui.kit.tiles import TileLook, TileState, paint_tile, tile_height
from meetingplace.ui.lock import Lock

SCALES = [0.8, 1.0, 1.5, 2.0]
NEAR = date(2026, 10, 27)


def all_pressable() -> QWidget:
    """Build one of everything that can be pressed."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    for part in (
        button("Open the desk", "primary", "door-open"),
        button("", "quiet", "close", tip="Close"),
        button("Forget…", "danger", is_big=True),
        button("Show all", "text"),
        Segment((("m", "Month"), ("w", "Week")), "w", "View"),
        Stepper("Children of 1 year", "One child of 1 year less", "One child of 1 year more"),
        MenuButton("Kuregem", "map-marker", "Choose the place"),
        Ticks([("nl", "Nederlands"), ("ar", "العربية")], ["nl"]),
        TimeField(time(9, 30), "From", "A quarter earlier", "A quarter later"),
        DateField(NEAR, NEAR, "Day", "Pick a day", "en"),
        WaitingRow("3 voices", "The oldest waits 16 days", "comment-quote-outline"),
        EmptyState("No voices yet", "Here is what parents tell.", "First voice", lambda: None),
        SavedSign(translator("app", "en")),
        check_box("Without school holidays"),
        radio_button("Only this one"),
        asking_lock(),
    ):
        box.addWidget(part)
    return whole


def asking_lock() -> Lock:
    """Build the lock as it asks one of several hosts."""
    lock = Lock(translator("app", "en"))
    lock.ask("Samira", "Type your PIN", can_go_back=False, has_others=True)
    return lock


@pytest.mark.parametrize("scale", SCALES)
def test_whatever_can_be_pressed_has_a_name_and_is_large_enough_for_a_thumb(qapp, scale: float):
    theme.apply(qapp, "light", scale)
    whole = all_pressable()
    whole.show()
    pressable = [part for part in whole.findChildren(QAbstractButton) if part.isVisibleTo(whole)]
    assert len(pressable) > 30
    for part in pressable:
        said = part.accessibleName() or part.text()
        assert said.strip(), part
        assert part.height() >= 44 - (2 if part.property("segment") else 0), said
        if not isinstance(part, QCheckBox | QRadioButton):
            assert part.width() >= 44, said


@pytest.mark.parametrize("scale", SCALES)
def test_the_words_of_a_button_are_never_cut(qapp, scale: float):
    theme.apply(qapp, "light", scale)
    whole = all_pressable()
    whole.show()
    for part in whole.findChildren(QPushButton):
        if part.text() and part.isVisible() and not part.property("pad"):
            assert part.width() >= part.fontMetrics().horizontalAdvance(part.text().replace("&&", "&"))
            assert part.height() >= part.fontMetrics().height()


def test_a_segment_tells_what_was_chosen_and_choosing_in_code_tells_nobody(dressed):
    segment = Segment((("month", "Month"), ("week", "Week")), "week", "View")
    told: list[str] = []
    segment.chosen.connect(told.append)
    segment.choose("month")
    assert (segment.on, told) == ("month", [])
    segment.findChildren(QPushButton)[1].click()
    assert (segment.on, told) == ("week", ["week"])


def test_minus_is_off_at_nothing(dressed):
    stepper = Stepper("Children", "less", "more")
    minus, plus = stepper.findChildren(QPushButton)
    assert not minus.isEnabled()
    stepper.show_number(2)
    assert minus.isEnabled()
    steps: list[int] = []
    stepper.stepped.connect(steps.append)
    minus.click()
    plus.click()
    assert steps == [-1, 1]


def test_what_people_typed_is_never_read_as_markup(dressed):
    shown = label("<b>Fatma</b> & co")
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert shown.text() == "<b>Fatma</b> & co"


def test_a_chip_and_a_capacity_are_read_aloud(dressed):
    assert Chip("9 families", "good").accessibleName() == "9 families"
    blocks = CapacityBlocks("children")
    blocks.show_filled(14, 25)
    assert blocks.accessibleName() == "children: 14/25"
    blocks.show_filled(3, 0)
    assert blocks.isHidden()


def test_a_wrong_field_keeps_what_was_typed_and_says_why(dressed):
    form = Form()
    hour = line_edit("25:00")
    field = form.row("start", "From", hour, "The hour it begins")
    form.row("title", "Title", line_edit("Open house"))
    form.show_wrong("start", "Choose an hour up to 23:59")
    sentences = [part.text() for part in field.findChildren(QLabel)]
    assert "Choose an hour up to 23:59" in sentences
    assert hour.text() == "25:00"
    assert hour.property("wrong") is True
    assert hour.accessibleDescription() == "Choose an hour up to 23:59"
    assert hour.is_wrong, "an icon too, not only a colour"
    form.clear_errors()
    assert "The hour it begins" in [part.text() for part in field.findChildren(QLabel)]
    assert hour.property("wrong") is False
    assert not hour.is_wrong


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("9", time(9)), ("9:30", time(9, 30)), ("9.05", time(9, 5)), ("9u30", time(9, 30)), ("14h", time(14)),
     ("14h15", time(14, 15)), ("0930", time(9, 30)), (" 23:59 ", time(23, 59)), ("0:00", time(0))],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(typed: str, hour: time):
    assert read_time(typed) == hour


@pytest.mark.parametrize("typed", ["", "24:00", "25:00", "9:60", "half tien", "-1", "12345", "９:30"])
def test_an_impossible_hour_is_refused_with_what_was_typed(typed: str):
    if typed == "９:30":
        assert read_time(typed) == time(9, 30)  # digits of another keyboard are digits
        return
    with pytest.raises(Refused) as refused:
        read_time(typed)
    assert refused.value.reason is Reason.TIME_IMPOSSIBLE
    assert refused.value.facts["typed"] == typed


@pytest.mark.parametrize(
    ("typed", "day"),
    [("27/10/2026", date(2026, 10, 27)), ("1.9.26", date(2026, 9, 1)), ("2026-02-28", date(2026, 2, 28)),
     ("29/2/2028", date(2028, 2, 29)), ("5/1", date(2027, 1, 5)), ("30/9", date(2026, 9, 30))],
)  # fmt: skip
def test_days_are_read_as_people_write_them_and_without_a_year_the_nearest_is_meant(typed: str, day: date):
    assert read_date(typed, NEAR) == day


@pytest.mark.parametrize("typed", ["", "31/2/2026", "29/2/2027", "0/1/2026", "2026-13-01", "tomorrow", "1/1/1/1"])
def test_an_impossible_day_is_refused(typed: str):
    with pytest.raises(Refused) as refused:
        read_date(typed, NEAR)
    assert refused.value.reason is Reason.DATE_IMPOSSIBLE


def test_the_keys_of_an_hour_go_to_the_next_quarter_and_stay_within_the_day(dressed):
    field = TimeField(time(9, 20), "From", "earlier", "later")
    earlier, later = field.findChildren(QPushButton)
    later.click()
    assert field.moment == time(9, 30)
    field.show_moment(time(9, 20))
    earlier.click()
    assert field.moment == time(9, 15)
    field.show_moment(time(0, 0))
    earlier.click()
    assert field.moment == time(0, 0)
    field.show_moment(time(23, 45))
    later.click()
    assert field.moment == time(23, 45)


def test_a_card_is_pressed_by_finger_enter_and_space(dressed):
    pressed: list[int] = []
    card = PressableCard("Open house", lambda: pressed.append(1))
    card.resize(200, 100)
    card.show()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.keyClick(card, Qt.Key.Key_Space)
    QTest.mouseClick(card, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
    assert len(pressed) == 3


def test_a_row_that_waits_grows_with_its_words(dressed):
    short = WaitingRow("Flyer", "Ready", "printer-outline")
    long = WaitingRow("A title that goes on " * 6, "and a line that goes on " * 6, "printer-outline")
    assert short.heightForWidth(360) == 94
    assert long.heightForWidth(360) > 150
    assert short.accessibleName() == "Flyer, Ready"


def test_a_table_shows_the_rows_it_is_given_and_opens_one_by_keyboard(dressed):
    columns = [Column("Name", lambda row: row[0]), Column("Visits", lambda row: str(row[1]), is_figure=True)]
    table = Table("Families", columns)
    table.show_rows([("Moon", 12), ("Snail", 3)])
    model = table.model()
    assert model.data(model.index(1, 0)) == "Snail"
    assert model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignTrailing)
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.show()
    table.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [("Snail", 3)]


def test_a_row_of_a_table_is_as_high_as_its_words_need(dressed, qtbot):
    columns = [Column("Title", lambda row: row, stretches=True)]
    table = Table("Sessions", columns)
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    long = "A reason that is too long for one line of a narrow table and goes on and on " * 2
    table.show_rows(["Short", long])
    qtbot.waitUntil(lambda: table.rowHeight(1) > table.rowHeight(0))
    words = dressed.metrics(15).boundingRect(0, 0, table.columnWidth(0) - 16, 1_000, Qt.TextFlag.TextWordWrap, long)
    assert table.rowHeight(1) >= words.height()
    table.resize(3_000, 300)
    qtbot.waitUntil(lambda: table.rowHeight(1) == table.rowHeight(0))


def test_a_search_waits_for_the_end_of_a_word_and_tells_once(dressed, qtbot):
    field = SearchField("Type two letters")
    told: list[str] = []
    field.searched.connect(told.append)
    with qtbot.waitSignal(field.searched):
        QTest.keyClicks(field, "sl")
    assert told == ["sl"]


def test_enter_searches_at_once_and_nothing_follows_it(dressed):
    field = SearchField("Type two letters")
    told: list[str] = []
    field.searched.connect(told.append)
    field.returnPressed.connect(lambda: told.append("enter"))
    QTest.keyClicks(field, "sl")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["sl", "enter"]
    assert not field.findChild(QTimer).isActive()


def test_esc_and_the_cross_empty_a_search(dressed):
    field = SearchField("Type two letters", clear_word="Clear")
    field.show()
    field.setText("sl")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    cross = field.findChild(QPushButton)
    assert cross.isHidden()
    field.setText("sn")
    assert cross.accessibleName() == "Clear"
    cross.click()
    assert field.text() == ""


@pytest.mark.parametrize("shape", PICTURE_SHAPES)
def test_every_family_picture_has_a_glyph(dressed, shape: str):
    drawn = icon_pixmap(shape, "#000000", 34).toImage()
    inked = sum(drawn.pixelColor(x, y).alpha() > 128 for x in range(34) for y in range(34))
    assert inked > 60


def drawn_tile(state: TileState, name: str = "Snail", **how: bool) -> QImage:
    """Draw a tile of 196×96 with 5 px round it."""
    image = QImage(206, 106, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_tile(painter, QRectF(5, 5, 196, 96), TileLook(name, "Türkçe", Picture("snail", 3), state), **how)
    painter.end()
    return image


def test_a_tile_says_its_state_by_border_and_sign_and_not_by_colour_alone(dressed):
    images = {state: drawn_tile(state) for state in TileState}
    tokens = theme.TOKENS["light"]
    assert images[TileState.IN].pixelColor(100, 6).name().upper() == tokens.primary
    assert images[TileState.NOT_HERE].pixelColor(100, 5).name().upper() == tokens.line
    corner = {state: image.copy(169, 15, 22, 22) for state, image in images.items()}
    inked = {state: len({part.pixel(x, y) for x in range(22) for y in range(22)}) for state, part in corner.items()}
    assert inked[TileState.NOT_HERE] == 1
    assert inked[TileState.IN] > 2
    assert inked[TileState.LEFT] > 2


def test_the_ring_of_a_tile_lies_outside_of_it(dressed):
    plain, ringed = drawn_tile(TileState.NOT_HERE), drawn_tile(TileState.NOT_HERE, has_ring=True)
    assert plain.pixelColor(100, 1).alpha() == 0
    assert ringed.pixelColor(100, 1).name().upper() == theme.TOKENS["light"].focus
    assert ringed.pixelColor(100, 4).alpha() == 0  # the gap


def test_a_long_name_makes_a_tile_higher_instead_of_being_cut(dressed):
    short = TileLook("Snail", "Türkçe", Picture("snail", 3))
    long = TileLook("Grandmother of the three children with the red bicycle", "Türkçe", Picture("snail", 3))
    assert tile_height(short, 196) == 96
    assert tile_height(long, 196) >= 134  # four lines of 22 px at least, one of 18, and 28 round them


def test_the_same_shape_in_another_colour_is_another_picture(dressed):
    one, other = (family_picture(Picture("snail", colour), "", 56).grab().toImage() for colour in (0, 6))
    assert one != other


@pytest.mark.parametrize(("name", "scale"), [("light", 1.0), ("dark", 1.0), ("contrast", 1.5)])
def test_the_parts_sheet_can_be_drawn_in_every_theme(qapp, name: str, scale: float):
    sheet = PartsSheet(theme.apply(qapp, name, scale))
    sheet.resize(1366, 768)
    drawn = sheet.grab().toImage()
    assert drawn.pixelColor(5, 5).name().upper() == theme.TOKENS[name].ground


def test_what_people_typed_is_never_markup_in_a_tip_and_never_the_mark_of_a_key_on_a_button(dressed):
    typed = 'Kat & <img src="file:///etc/hostname">'
    made = button("Huis & Thuis", tip=typed)
    assert "<img" not in made.toolTip()
    shown = QTextDocument()
    shown.setHtml(made.toolTip())
    assert shown.toPlainText() == typed
    assert made.accessibleName() == typed
    ticks = Ticks([(1, "Huis & Thuis")])
    parts = [made, *ticks.findChildren(QPushButton), check_box("Huis & Thuis"), radio_button("Huis & Thuis")]
    assert [part.text().replace("&&", "&") for part in parts] == ["Huis & Thuis"] * 4
    assert all(part.shortcut().isEmpty() and "&&" in part.text() for part in parts)
