"""Documents of other people."""
