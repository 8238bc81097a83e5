"""Turning a document into text: terminal, plain, Markdown; and a result into JSON."""
