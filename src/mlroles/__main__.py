"""The entry point; Ctrl-C ends the program in silence from its first line on."""

import sys

try:
    from mlroles.program import main, run
except KeyboardInterrupt:
    sys.exit(130)

__all__ = ["main", "run"]

if __name__ == "__main__":
    sys.exit(run())
