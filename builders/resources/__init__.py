"""Opens the addresses of what to learn from, and dates them."""
