"""The room votes: a small server on the teacher's computer, phones that open it in the same network, one projector."""
