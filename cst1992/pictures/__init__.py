"""What is drawn, where position means something: time, map, amount."""
