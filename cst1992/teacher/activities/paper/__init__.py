"""An activity on paper: pages to print, drawn from cards that are made elsewhere."""
