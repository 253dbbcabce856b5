"""Collecting: what a learning management system hands over, sorted by student; nothing is dropped in silence."""
