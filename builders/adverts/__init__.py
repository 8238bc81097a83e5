"""Sets the points by which adverts are read, measures them, and writes the page about them."""
