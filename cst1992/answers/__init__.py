"""An answer of an exercise as plain values, compared with what is right; the sheets in which it is written."""
