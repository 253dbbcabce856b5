"""Imported first by what starts often: it keeps several seconds out of every start.

`jsonschema`, which comes with notebooks, looks for `rfc3987_syntax` when it is imported, and that builds a whole grammar to
check addresses in foreign scripts. Nothing here has such an address (known upstream: jupyter_server, issue 1559).
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
