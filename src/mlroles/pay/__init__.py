"""Advertised pay: what ``pay.json`` holds, and what can be asked of it."""
