// The page of what was tried: sets the marks, sums them up, and gives them as digits.
import { connect, encode, erase, keeps, read } from "./tried.js";
import { words } from "./words.js";

const summary = document.querySelector(".tried-summary");
const some = summary.querySelector(".tried-summary__some");
const list = document.querySelector(".tried-list");

function show() {
  const results = read();
  const rows = [...list.querySelectorAll("li")].filter((row) => results[row.dataset.for]);
  summary.querySelector(".tried-summary__none").hidden = rows.length > 0;
  summary.querySelector(".tried-summary__lost").hidden = keeps();
  some.hidden = rows.length === 0;
  document.body.classList.toggle("has-tried", rows.length > 0);
  const texts = [];
  for (const part of some.querySelectorAll("section")) {
    const names = part.dataset.results.split("|");
    const lines = rows.map((row) => {
      const code = row.dataset.for;
      const title = words(row.querySelector(`[lang="${part.lang}"]`));
      return `${code} ${title} – ${names[results[code] - 1]}`;
    });
    part.querySelector("ol").replaceChildren(...lines.map(item));
    texts.push(words(part.querySelector("b")), ...lines, "");
  }
  const digits = encode(Object.fromEntries(rows.map(({ dataset }) => [dataset.for, results[dataset.for]])));
  const grouped = digits.replace(/(.{4})/g, "$1 ").trim();
  some.querySelector("output").textContent = grouped;
  const name = words(some.querySelector(".tried-summary__digits span"));
  some.querySelector("button.copy").dataset.copy = [...texts, `${name} ${grouped}`].join("\n");
}

function item(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

summary.hidden = false;
some.querySelector("button.copy").hidden = !navigator.clipboard;
some.querySelector("[data-do=print]").addEventListener("click", () => print());
some.querySelector("[data-do=erase]").addEventListener("click", (event) => {
  if (!confirm(event.target.dataset.sure)) return;
  erase();
  connect(list);
  show();
});
connect(list, show);
show();
// Another tab may have changed the marks.
addEventListener("storage", () => {
  connect(list);
  show();
});
