"""Pictures: the style they share, how they are shown, and what they draw."""
