"""The frame around widgets of ours: a box of ipywidgets that is also readable where no widget can live."""

from __future__ import annotations

from typing import Any

import ipywidgets

from cst1992.page.on_paper import bundle_of


class Frame(ipywidgets.VBox):  # type: ignore[misc]
    """A frame with a name. A notebook shows the widget; what stands in it is kept beside it for paper and saved pages.

    The frame of an explorer also knows its `controls`, and the widgets in which the choice is `told`.
    """

    label = ""
    controls: tuple[ipywidgets.Widget, ...] = ()
    told: tuple[ipywidgets.Widget, ...] = ()

    def _ipython_display_(self, **options: Any) -> None:
        from IPython.display import display

        shown = super()._repr_mimebundle_(**options)
        shown.pop("text/plain", None)
        display(shown, raw=True)  # type: ignore[no-untyped-call]
        display(bundle_of(self, self.label), raw=True)  # type: ignore[no-untyped-call]
