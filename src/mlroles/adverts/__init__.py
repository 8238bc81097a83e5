"""What a job is, read from the text of its advert."""
