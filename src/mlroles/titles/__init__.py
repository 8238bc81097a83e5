"""What a job title usually means, how surely, and what it does not say."""
