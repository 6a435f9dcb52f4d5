"""From the National Grid of the register to latitude and longitude.

Ordnance Survey's published method (A Guide to Coordinate Systems in Great Britain, annexes B and
C): Transverse Mercator backwards on the Airy 1830 ellipsoid, then a Helmert shift to WGS84. Good to
about five metres, which is less than a school is wide.
"""

from __future__ import annotations

from math import atan2, cos, hypot, radians, sin, sqrt, tan
from math import degrees as in_degrees

# latitude and longitude in degrees, as satellites measure them (WGS84)
Point = tuple[float, float]

# half axes in metres
AIRY = (6_377_563.396, 6_356_256.909)
WGS84 = (6_378_137.0, 6_356_752.3142)
# the grid: scale on the central meridian, true origin, and its easting and northing
SCALE = 0.9996012717
ORIGIN = (radians(49), radians(-2))
FALSE_EAST, FALSE_NORTH = 400_000, -100_000
# metres, parts, seconds of arc
SHIFT = (446.448, -125.157, 542.060)
GROWTH = -20.4894e-6
TURNS = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
NEAR_ENOUGH = 1e-5


def point_of_grid(easting: float, northing: float) -> Point:
    """Return the point of an easting and a northing in metres."""
    latitude, longitude = _shifted(*_unprojected(easting, northing))
    return round(in_degrees(latitude), 5), round(in_degrees(longitude), 5)


def _meridian(latitude: float) -> float:
    """Return the metres from the true origin along the central meridian."""
    a, b = AIRY
    n = (a - b) / (a + b)
    less, more = latitude - ORIGIN[0], latitude + ORIGIN[0]
    return (
        b
        * SCALE
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _unprojected(easting: float, northing: float) -> Point:
    """Return latitude and longitude on the Airy ellipsoid, in radians."""
    a, b = AIRY
    e2 = 1 - b**2 / a**2
    latitude = ORIGIN[0]
    while (missing := northing - FALSE_NORTH - _meridian(latitude)) >= NEAR_ENOUGH:
        latitude += missing / (a * SCALE)
    t, sec = tan(latitude), 1 / cos(latitude)
    bend = 1 - e2 * sin(latitude) ** 2
    nu = a * SCALE / sqrt(bend)
    rho = a * SCALE * (1 - e2) * bend**-1.5
    eta2 = nu / rho - 1
    east = easting - FALSE_EAST
    seven = t / (2 * rho * nu)
    eight = t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2)
    nine = t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    ten = sec / nu
    eleven = sec / (6 * nu**3) * (nu / rho + 2 * t**2)
    twelve = sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
    return (
        latitude - seven * east**2 + eight * east**4 - nine * east**6,
        ORIGIN[1] + ten * east - eleven * east**3 + twelve * east**5,
    )


def _shifted(latitude: float, longitude: float) -> Point:
    """Return the same place on WGS84, in radians."""
    a, b = AIRY
    nu = a / sqrt(1 - (1 - b**2 / a**2) * sin(latitude) ** 2)
    x = nu * cos(latitude) * cos(longitude)
    y = nu * cos(latitude) * sin(longitude)
    z = nu * b**2 / a**2 * sin(latitude)
    (dx, dy, dz), (rx, ry, rz), size = SHIFT, TURNS, 1 + GROWTH
    x, y, z = (
        dx + size * x - rz * y + ry * z,
        dy + rz * x + size * y - rx * z,
        dz - ry * x + rx * y + size * z,
    )
    a, b = WGS84
    e2 = 1 - b**2 / a**2
    across = hypot(x, y)
    found, before = atan2(z, across * (1 - e2)), 4.0
    while abs(found - before) > 1e-11:
        before = found
        nu = a / sqrt(1 - e2 * sin(before) ** 2)
        found = atan2(z + e2 * nu * sin(before), across)
    return found, atan2(y, x)
