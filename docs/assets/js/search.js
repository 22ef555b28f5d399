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
    found: [],
    composing: false,
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
    enter();
  });
  find(".search__close").addEventListener("click", close);
  dialog.addEventListener("click", (event) => {
    // What is around the dialog counts as the dialog itself.
    if (event.target === dialog || event.target.closest("ol a")) close();
  });
  dialog.addEventListener("close", () => parts.opener.focus());
  // A browser closes a dialog on Escape by itself; while an input method composes, that key is its own.
  parts.input.addEventListener("compositionstart", () => { parts.composing = true; });
  parts.input.addEventListener("compositionend", () => { parts.composing = false; });
  dialog.addEventListener("cancel", (event) => parts.composing && event.preventDefault());
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

// Return opens the first result, as readers know it from other searches. Where the first one erases
// something, or the guide has no answer and only says where to go on, it takes the reader there
// instead: what it costs is read first, and a second Return opens it.
function enter() {
  const [first] = links();
  if (!first) return;
  if (parts.found[0] && !parts.found[0].erases) first.click();
  else first.focus();
}

// Down and up go through the input and the results.
function move(event) {
  // Safari ends the composition before it tells of the key that did, as number 229.
  if (event.isComposing || event.keyCode === 229) {
    if (["Enter", "Escape"].includes(event.key)) event.preventDefault();
    return;
  }
  if (event.key === "Escape") {
    // A search field would only empty itself.
    event.preventDefault();
    close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
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
  parts.found = [];
  parts.list.replaceChildren();
  parts.status.textContent = "";
}

async function answer() {
  const query = parts.input.value;
  let found;
  let otherwise;
  try {
    const loaded = await load();
    found = loaded.search(query);
    otherwise = [...query.trim()].length > 1 && !found.length ? loaded.otherwise() : [];
  } catch {
    failed();
    return;
  }
  if (query !== parts.input.value) return;
  parts.failed.hidden = true;
  const home = new URL("../", new URL(parts.dialog.dataset.index, location.href));
  parts.found = found;
  parts.list.replaceChildren(...[...found, ...otherwise].map((one) => item(one, home)));
  const { found: words, none } = parts.status.dataset;
  parts.status.textContent = found.length ? words.replace("{count}", found.length) : otherwise.length ? none : "";
}

function item(one, home) {
  const link = element("a", "", element("strong", "search__title", ...pieces(one.title)));
  link.href = new URL(one.url, home);
  const place = [one.code, one.page].filter(Boolean).join(" · ");
  link.append(element("span", "search__page", place));
  if (one.cost) link.append(element("span", one.erases ? "search__cost search__cost--erases" : "search__cost", one.cost));
  link.append(element("span", "search__excerpt", ...pieces(one.excerpt)));
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
