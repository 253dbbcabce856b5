"""One function for each table of the module, typed and fresh at every call; every verb is also `cst.<verb>`."""
