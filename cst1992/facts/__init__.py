"""What is so: the tables, where a fact comes from, who was bound on a day; and words, numbers and dates as people write them."""
