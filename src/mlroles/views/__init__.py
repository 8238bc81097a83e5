"""One module per command: what a result looks like as a document."""
