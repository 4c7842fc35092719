"""The yardstick of start and memory: a window of PySide6 with a table, and nothing of ours. Run by `child`."""

from __future__ import annotations

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

from benchmarks.memory import resident

application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableWidget(100, 6, window))
window.resize(1366, 768)
window.show()
application.processEvents()
started = (time.time() - float(sys.argv[1])) * 1_000
print(json.dumps({"started": started, "resident": resident()}))
