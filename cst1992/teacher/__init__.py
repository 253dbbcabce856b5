"""The teacher's side: the command line, the sheets, the zip file, the read-only edition, the exports."""
