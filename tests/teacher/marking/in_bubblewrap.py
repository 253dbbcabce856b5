"""What the tests of bubblewrap share: when they run, and how much a sheet may use in them."""

import pytest

from cst1992.teacher.marking.bubblewrap import Bubblewrap
from cst1992.teacher.marking.sandbox import Limits

LIMITS = Limits(seconds_a_box=4, seconds_a_sheet=20, memory=1_500)
WHERE_IT_WORKS = [
    pytest.mark.slow,
    pytest.mark.xdist_group("bubblewrap"),
    pytest.mark.skipif(bool(Bubblewrap.why_not()), reason=f"no sandbox here: {Bubblewrap.why_not()}"),
]
