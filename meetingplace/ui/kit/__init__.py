"""The parts that screens are built of. How to build a screen:

1. `ui/<name>/presenter.py`: plain Python, no Qt. It is handed `Surroundings` and a view (a Protocol), asks a board by
   `around.work.ask(question, *args, then=self._show, slot="name")`, does acts by `around.work.do(verb, *args)`, and hands
   the view frozen, ready-made texts.
2. `ui/<name>/screen.py`: `class <Name>Screen(Screen)` with `help_key`, `follows` (topics after which it asks again) and
   `refresh()`; its `__init__` calls `super().__init__(around, title)`, builds declared rows and ends with `_wire()`.
3. Parts: `buttons` (button, Segment, Stepper), `cards` (label, Card, PressableCard, Chip, Notice, EmptyState), `fields`
   (Field, line_edit, SearchField, TextArea, combo, Ticks, check_box), `layouts` (row, column, Flow, scrolling, rule), `marks`
   (function_square, family_picture, initials, FunctionWord, CapacityBlocks), `panel` (Panel for forms, ask before the
   irreversible). Colours and sizes only through `theme.current()`.
4. `around.go("arrivals", session_id=12)` leads to another screen; `around.say(text)` says something; undo needs no code.
5. A refusal reaches `failed=`; without it, its sentence is shown. For a field: `field.show_wrong(sentence)`.
"""
