"""What is laid out to be read: articles, paragraphs, claims, requests, whole tables."""
