// Offers what the prospectus knows while somebody types. The choices are those of the field's own
// <datalist>, which the browser offers by itself where this file is not there.
// Follows the combobox pattern of the ARIA Authoring Practices: the focus stays in the field.

const MOST = 6;
const SHORTEST = 2;

const field = document.querySelector("#q[list]");
if (field) start(field, [...field.list.options].map((option) => option.value));

function start(input, choices) {
  input.removeAttribute("list");
  const list = document.createElement("ul");
  list.id = `${input.id}-choices`;
  list.className = "app-suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  const status = document.createElement("p");
  status.className = "govuk-visually-hidden";
  status.setAttribute("role", "status");
  list.after(status);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  let current = -1;

  function show() {
    const words = input.value.trim().toLowerCase();
    const found = words.length < SHORTEST ? [] : fitting(choices, words);
    list.replaceChildren(...found.map((text, number) => item(text, number)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    move(-1);
    status.textContent = found.length ? `${found.length} ${found.length === 1 ? "suggestion" : "suggestions"}. Use the arrow keys to choose.` : "";
  }

  function item(text, number) {
    const one = document.createElement("li");
    one.id = `${list.id}-${number}`;
    one.className = "app-suggest__one";
    one.textContent = text;
    one.setAttribute("role", "option");
    one.setAttribute("aria-selected", "false");
    // before the field loses the focus, which would close the list
    one.addEventListener("mousedown", (event) => { event.preventDefault(); choose(text); });
    return one;
  }

  function move(to) {
    current = to;
    [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === to)));
    if (to < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[to].id);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
    move(-1);
  }

  function choose(text) {
    input.value = text;
    // the live list listens to typing
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  input.addEventListener("input", (event) => { if (event.isTrusted) show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") move(current === last ? -1 : current + 1);
    else if (event.key === "ArrowUp") move(current === -1 ? last : current - 1);
    else if (event.key === "Enter" && current >= 0) choose(list.children[current].textContent);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

// those that begin as typed come first
function fitting(choices, words) {
  const found = choices.filter((one) => fits(one.toLowerCase(), words));
  const begins = (one) => one.toLowerCase().startsWith(words);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, MOST);
}

// every word typed begins a word of the choice
function fits(choice, words) {
  const parts = choice.split(/[^\p{L}\p{N}&]+/u);
  return words.split(/\s+/).every((word) => parts.some((part) => part.startsWith(word)));
}
