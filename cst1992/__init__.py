"""The Collective Security Treaty, 1992: the small library that the notebooks speak.

`import cst1992 as cst` brings in nothing heavy; pandas, matplotlib and ipywidgets come when they are first needed.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
