"""Marking: sheets are collected, aligned with their master, run apart, judged apart, and recorded."""
