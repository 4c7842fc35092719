"""The faces across threads: paper is made beside the window, by threads that come and go."""

from __future__ import annotations

import subprocess
import sys

TWO_THREADS = """
import threading
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(["meetingplace", "-platform", "offscreen"])
from meetingplace.documents import fonts
for name in ("duck", "kite"):
    drawing = threading.Thread(target=fonts.outline, args=[name])
    drawing.start()
    drawing.join()
print("drawn")
"""


def test_a_thread_draws_pictograms_after_the_one_that_drew_the_first_has_ended() -> None:
    done = subprocess.run([sys.executable, "-c", TWO_THREADS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "drawn\n")  # else the process crashed, in a process of its own
