"""The page in a real browser: where there is none, these tests say so and are passed over."""
