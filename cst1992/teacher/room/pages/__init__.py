"""The pages of the room: the phone's, the projector's, the teacher's; what each shows of a step, as HTML."""
