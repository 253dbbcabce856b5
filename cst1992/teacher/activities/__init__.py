"""Something to do in class: activities as files, the cards made for them from the tables, and what is drawn of them."""
