"""How well colours can be read (WCAG 2.2, relative luminance and contrast ratio)."""


def luminance(colour: str) -> float:
    """Return how much light a colour such as ``#0087ff`` gives, from 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return how far two colours stand out from one another, from 1 to 21."""
    dark, light = sorted((luminance(one) + 0.05, luminance(other) + 0.05))
    return light / dark
