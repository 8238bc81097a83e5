"""Documents of other people, such as adverts and CVs: what stands in them, as lines of text."""
