"""The commands of teachers, one module each: what its help says, what it takes, and what it does."""
