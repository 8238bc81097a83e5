"""Where the pay of an advert stands among the bands of such adverts."""

import json
from dataclasses import replace
from typing import Any

import pytest

from mlroles.adverts.bands import beside
from mlroles.adverts.terms.found import Level, Pay, Place, Terms
from mlroles.pay.models import PayFile
from tests.pay import bakery_pay
from tests.unit.views.test_advert import AT, SILENT

PAY = Pay(
    **AT, low=100.0, high=200.0, currency="USD", currency_named=True, period="year", basis=None
)
