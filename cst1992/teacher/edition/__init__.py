"""The read-only edition: every notebook as one page that opens from disk, without Python and offline."""
