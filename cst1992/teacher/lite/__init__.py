"""The whole module as a web site that needs no installation: JupyterLite, Pyodide, and the library as a wheel."""
