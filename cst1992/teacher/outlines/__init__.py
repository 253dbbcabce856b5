"""Outlines for maps: taken from a file of the world's countries, and laid flat and thinned for the pages."""
