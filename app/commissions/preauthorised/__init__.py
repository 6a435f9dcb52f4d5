"""Small commissions that an authority authorises beforehand, by rules that it keeps as data."""
