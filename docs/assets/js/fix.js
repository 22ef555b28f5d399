// A route, one step at a time: keeps each result for the report, and the place for coming back.
import { read, write } from "./tried.js";

const route = document.querySelector(".fix").dataset.route;
const KEY = `guide-route-${route}`;

function place() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember() {
  try {
    localStorage.setItem(KEY, location.hash);
  } catch {
    // Private browsing may refuse; the way goes on without.
  }
}

function show() {
  if (location.hash) remember();
  const results = read();
  for (const item of document.querySelectorAll(".fix [data-for]")) {
    item.dataset.result = results[item.dataset.for] || 0;
  }
  const helped = Object.keys(results).find((code) => results[code] === 1);
  const title = helped && document.querySelector(`.fix [data-for="${helped}"] a`);
  const by = document.querySelector(".fix-end__by");
  by.hidden = !title;
  if (title) by.replaceChildren(title.cloneNode(true));
}

for (const foot of document.querySelectorAll(".fix-foot")) {
  for (const link of foot.querySelectorAll("[data-result]")) {
    link.addEventListener("click", () => write(foot.dataset.code, Number(link.dataset.result)));
  }
}

addEventListener("hashchange", show);
const last = place();
if (!location.hash && last && document.getElementById(last.slice(1))) location.replace(last);
show();
