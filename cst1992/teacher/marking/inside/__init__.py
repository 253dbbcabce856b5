"""What runs inside the sandbox, beside a student's code: it imports nothing of the teacher's, and knows no right answer."""
