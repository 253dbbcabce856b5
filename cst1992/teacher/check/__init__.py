"""`cst1992 check`: the whole module, read and compared with itself, without running a notebook."""
