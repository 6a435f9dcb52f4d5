// Everything works without this file; it only makes it quicker and smoother.
import { initAll } from "../vendor/govuk-frontend-6.3.0/govuk-frontend.min.js";

// GOV.UK Frontend reads these from the body; its own inline script for them would need a weaker policy.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

document.addEventListener("htmx:load", (event) => {
  const added = event.detail.elt;
  if (added !== document.body) initAll({ scope: added });
});
