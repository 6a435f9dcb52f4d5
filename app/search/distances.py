"""How far two points are apart."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

# the mean radius of the Earth
EARTH_MILES = 3958.761


def miles_between(
    near: tuple[float, float], latitudes: Any, longitudes: Any
) -> NDArray[np.float64]:
    """Return the miles in a straight line (a great circle) from one point to one or to many."""
    latitude, longitude = np.radians(near)
    others = np.radians(latitudes)
    half = (
        np.sin((others - latitude) / 2) ** 2
        + np.cos(latitude) * np.cos(others) * np.sin((np.radians(longitudes) - longitude) / 2) ** 2
    )
    miles: NDArray[np.float64] = 2 * EARTH_MILES * np.arcsin(np.sqrt(np.minimum(half, 1)))
    return miles
