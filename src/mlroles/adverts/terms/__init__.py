"""The terms of an advert: pay, years, degree, level, place, contract, languages of people."""
