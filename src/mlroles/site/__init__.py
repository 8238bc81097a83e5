"""The page: the whole adviser as HTML that works in a browser, without a network."""
