"""``python -m desktop_app``: the window, or one of the commands that need none."""

import sys

from desktop_app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
