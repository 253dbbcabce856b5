"""Reading what a person typed: names, numbers, dates and lists, in English, Russian and Kazakh."""
