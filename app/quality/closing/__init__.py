"""The closing report: what came of the support, accepted by the authority that commissioned it."""
