// The search dialog: loads the language's index, shows what the engine finds as links.
import { Engine } from "./search_engine.js";

let parts = null;
let engine = null;

// Opens the dialog; `opener` gets the focus back when it is closed.
export async function openSearch(dialog, opener) {
  if (!parts) setUp(dialog);
  parts.opener = opener;
  await parts.styled;
  show(dialog);
  parts.input.focus();
  parts.input.select();
  load().catch(failed);
}

function setUp(dialog) {
  const find = (selector) => dialog.querySelector(selector);
  parts = {
    dialog,
    input: find("input"),
    list: find("ol"),
    status: find("[role=status]"),
    failed: find(".search__failed"),
  };
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = dialog.dataset.style;
  // Without it the dialog could hardly be read in the dark.
  parts.styled = new Promise((done) => {
    style.onload = style.onerror = done;
  });
  document.head.append(style);
  parts.input.addEventListener("input", answer);
  find("form").addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  find(".search__close").addEventListener("click", close);
  dialog.addEventListener("click", (event) => {
    // What is around the dialog counts as the dialog itself.
    if (event.target === dialog || event.target.closest("ol a")) close();
  });
  dialog.addEventListener("close", () => parts.opener.focus());
  dialog.addEventListener("keydown", move);
}

// Safari before 15.4 knows no <dialog>.
function show(dialog) {
  if (dialog.open) return;
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

function close() {
  if (parts.dialog.close) parts.dialog.close();
  else parts.dialog.removeAttribute("open");
}

function links() {
  return [...parts.list.querySelectorAll("a")];
}

// Down and up go through the input and the results.
function move(event) {
  if (event.key === "Escape" && !event.isComposing) {
    // A search field would only empty itself.
    event.preventDefault();
    close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  const stops = [parts.input, ...links()];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// The engine with this language's index; asked for again if it could not be loaded.
function load() {
  engine ??= fetch(parts.dialog.dataset.index)
    .then((answered) => {
      if (!answered.ok) throw new Error(answered.status);
      return answered.json();
    })
    .then((index) => Engine.from(index))
    .catch((error) => {
      engine = null;
      throw error;
    });
  return engine;
}

function failed() {
  parts.failed.hidden = false;
  parts.list.replaceChildren();
  parts.status.textContent = "";
}

async function answer() {
  const query = parts.input.value;
  let found;
  try {
    found = (await load()).search(query);
  } catch {
    failed();
    return;
  }
  if (query !== parts.input.value) return;
  parts.failed.hidden = true;
  const home = new URL("../", new URL(parts.dialog.dataset.index, location.href));
  parts.list.replaceChildren(...found.map((one) => item(one, home)));
  const { found: words, none } = parts.status.dataset;
  parts.status.textContent = found.length ? words.replace("{count}", found.length) : query.trim() && none;
}

function item(one, home) {
  const link = element("a", "", element("strong", "search__title", ...pieces(one.title)));
  link.href = new URL(one.url, home);
  const place = [one.code, one.page].filter(Boolean).join(" · ");
  link.append(element("span", "search__page", place), element("span", "search__excerpt", ...pieces(one.excerpt)));
  return element("li", "", link);
}

function pieces(texts) {
  return texts.map(([text, matches]) => (matches ? element("mark", "", text) : text));
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
