"""The parts that screens are built of.

How to build a screen:

1. `ui/<name>/presenter.py`: plain Python, no Qt. It is handed `Surroundings` and a view (a Protocol) and keeps
   `self._ = around.words`. It asks a board by `around.work.ask(question, *args, then=self._show, slot="board")`
   (paper: `on_paper=True`), acts by `around.work.do(verb, *args, then=…, failed=…)`, and hands the view frozen,
   ready-made texts.
2. `ui/<name>/screen.py`: `class <Name>Screen(Screen)`, built as `<Name>Screen(around)`. Class attributes: `help_key`,
   `follows` (topics after which it asks again), `has_place_choice`, `follows_clock`. `__init__` calls
   `super().__init__(around, title)`, builds its rows with `self.add(…)` into the body (which scrolls when it must),
   puts acts in the header with `self.add_act(…)`, sets `self.primary`, `self.search`, `self.print_act`, perhaps
   `self.lane` (the part over whose bottom the toast lies), and ends with `_wire()`. `open(**what)` is called on each
   visit, `refresh()` asks anew; the shell does the rest (place menu, saved sign, undo, help, lock, keys).
3. Parts: `buttons` (button, Segment, Stepper, MenuButton), `cards` (label, Card, PressableCard, Chip, Notice,
   EmptyState), `rows` (WaitingRow), `fields` (Field, line_edit, SearchField, TextArea, combo, Ticks, check_box,
   radio_button, set_direction), `hidden` (hidden_line, show_typed: PINs and passphrases), `languages`
   (LanguagesField), `moments` (TimeField, DateField), `forms` (Form: `form.row(name, title, editor, help_text)`,
   `form.show_wrong(name, sentence)`), `tables` (Table, Column: given rows), `paper_view` (PaperView), `paper_table`
   (SheetTable, Leaf: pages to leaf through), `layouts`
   (row, column, Flow, scrolling, rule, clear), `marks` (function_square, family_picture, initials, icon_mark,
   FunctionWord, CapacityBlocks; `paint_…` for delegates), `tiles` (TileLook, paint_tile, tile_height), `counters`
   (Counter), `panel` (Panel: something in front of the window; `ask` before the irreversible), `form_panel` (FormPanel:
   what is filled in, with its verb), `item_keys.ItemKeys` and `focus.draw_ring` (for lists that draw their own items).
4. Label kinds: title, section, name, lead, soft, small, strong, error, good, figure, counter, big. Button kinds:
   primary (one a screen), quiet, danger, text. A widget's name for the screen reader: `setAccessibleName`; `button`
   and `Field` do.
5. Colours and sizes only through `theme.current()`: `.tokens.ink`, `.colour("ink")`, `.font(17, 600)`, `.px(120)` for
   what holds text, `.height(44)` for what is pressed. Never a style sheet of one's own for what a kind can say. Leave
   `focus.ROOM` px round what can have the keyboard. Text by `label` is never read as markup.
6. `around.go("arrivals", session_id=12)` leads to another screen. `around.say(text, undo=changes.undo, act_word=…,
   act=…)` shows a toast; `do(…, quietly=True)` leaves the saying to you. Undo needs no code.
7. A refusal reaches `failed=`; without it, its sentence is shown in a toast. For a field:
   `field.show_wrong(sentence)`, with `i18n.refusals.sentence(_, refused, around.formats)`.
8. Tests: `Surroundings` from the fixture `around` in `tests/ui/conftest.py` (work at once, clock that stands still).
   Pictures: `meetingplace screenshots --out DIR --screens <name> --theme dark --scale 1.5`.
"""
