"""`python -m navigator` is the program `navigator`."""

import sys

from navigator.cli import main

sys.exit(main())
