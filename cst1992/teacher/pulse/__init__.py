"""The pulse of the room: what learners' records, handed in by choice, say of a class, and of nobody in it."""
