"""What is touched in a notebook: quizzes, explorers, boxes, the country, and the record of the learner."""
