// A route, one step at a time: keeps each result for the report, and the place for coming back.
import { encode, read, write } from "./tried.js";

const overview = document.querySelector(".fix");
const sections = [...document.querySelectorAll(".fix ~ section")];
const KEY = `guide-route-${overview.dataset.route}`;
const FIXED = "#fixed";
// The step that was just said to have mended it.
let mended = null;
// A step that another one's words led to, and that other one: done, the reader goes on from there.
let aside = null;

// The part that the address leads to; the first one where it leads to none.
function shown() {
  const target = document.getElementById(location.hash.slice(1));
  return sections.find((section) => section.contains(target)) ?? sections[0];
}

function place() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

// Who comes back after the end begins anew.
function remember() {
  if (aside) return;
  try {
    if (location.hash === FIXED) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, `#${shown().id}`);
  } catch {
    // Private browsing may refuse; the way goes on without.
  }
}

function show() {
  if (aside?.to !== shown().id) aside = null;
  if (location.hash) remember();
  offerReturn();
  const results = read();
  const words = overview.dataset.results.split("|");
  for (const item of overview.querySelectorAll("[data-for]")) {
    const code = item.dataset.for;
    const result = words[results[code] - 1] ?? "";
    const mark = item.querySelector("small") ?? item.appendChild(document.createElement("small"));
    mark.textContent = result;
    item.querySelector("a").toggleAttribute("aria-current", code === shown().id);
  }
  const code = mended ?? Object.keys(results).find((one) => results[one] === 1);
  const title = overview.querySelector(`[data-for="${code}"] a`);
  const by = document.querySelector(".fix-end__by");
  by.hidden = !title;
  if (title) by.replaceChildren(title.cloneNode(true));
  sum(results, words);
}

// In place of the results, which would lead on from here past steps that were not done yet.
function offerReturn() {
  document.querySelector(".fix-return")?.remove();
  const foot = shown().querySelector(".fix-foot");
  if (!aside || !foot) return;
  const link = overview.querySelector(`[data-for="${aside.from}"] a`).cloneNode(true);
  link.prepend("‹ ");
  const line = document.createElement("p");
  line.className = "fix-return fix-foot__results";
  line.append(link);
  foot.prepend(line);
}

// What to show where a human helps: every result, and the digits that the desk reads.
function sum(results, words) {
  const digits = encode(results).replace(/(.{4})/g, "$1 ").trim();
  for (const line of document.querySelectorAll(".fix-digits")) {
    line.hidden = !digits;
    line.querySelector("output").textContent = digits;
  }
  const tried = document.querySelector(".fix-tried");
  if (!tried) return;
  tried.hidden = !digits;
  for (const item of tried.querySelectorAll("li")) {
    const result = results[item.dataset.for];
    item.hidden = !result;
    item.querySelector("b").textContent = words[result - 1] ?? "";
  }
}

// So that the next step is read, and the keyboard goes on from there.
function focus() {
  const heading = shown().querySelector("h2, h3");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

for (const foot of document.querySelectorAll(".fix-foot")) {
  for (const link of foot.querySelectorAll("[data-result]")) {
    link.addEventListener("click", () => {
      const result = Number(link.dataset.result);
      write(foot.dataset.code, result);
      if (result === 1) mended = foot.dataset.code;
    });
  }
}

for (const link of document.querySelectorAll(".step a[data-to][href^='#']")) {
  link.addEventListener("click", () => {
    aside = { from: shown().id, to: link.dataset.to };
  });
}

// From where a human helps, back to the route that was left for it.
const leave = document.querySelector(".fix-back[data-back]");
if (leave && document.referrer.includes("/fix/")) {
  leave.firstElementChild.textContent = leave.dataset.back;
  leave.addEventListener("click", (event) => {
    event.preventDefault();
    history.back();
  });
}

addEventListener("hashchange", () => {
  overview.querySelector("details").open = false;
  show();
  focus();
});
// By its own address it would lead away from the step.
document.querySelector(".md-skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  focus();
});

const last = place();
if (!location.hash && last && document.getElementById(last.slice(1))) location.replace(last);
show();
if ("speechSynthesis" in window) import("./listen.js");
