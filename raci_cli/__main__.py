"""`python -m raci_cli` is `raci`."""

import sys

from raci_cli.cli import main

sys.exit(main())
