"""What is laid out to be read: articles, clauses side by side, notes, claims, requests, whole tables."""
