// At the support desk: choose steps, get the reply in the customer's language, read digits.
import { correction, generate } from "../vendor/lean-qr/lean-qr.mjs";
import { digitsOf } from "./digits.js";
import { decode, successors } from "./tried.js";
import { words as wordsOf } from "./words.js";

const desk = document.querySelector(".desk");
const rows = [...desk.querySelectorAll("li[data-for]")];
const reply = desk.querySelector(".desk__reply");
const language = reply.querySelector("[data-reply-language]");
const own = desk.dataset.language;
let texts = {};
let topics = {};
let words = {};
let ready = {};
// What the customer has tried, and the step that is proposed next.
let tried = {};
let proposed = null;

// Everything at once, so that the page goes on working without a network.
export async function load() {
  try {
    const [choices, { steps }] = await Promise.all(
      [desk.dataset.choices, desk.dataset.steps].map(async (url) => (await fetch(url)).json()),
    );
    ({ topics, words, ready } = choices);
    for (const step of steps) {
      (texts[step.locale] ??= {})[step.code] = step;
    }
  } finally {
    filter();
    propose();
    show();
  }
}

function filter() {
  let shown = null;
  for (const select of desk.querySelectorAll("[data-topic]")) {
    if (!select.value) continue;
    const codes = topics[select.dataset.topic]?.[select.value];
    if (!codes) continue; // not loaded yet
    shown = shown ? shown.filter((code) => codes.includes(code)) : codes;
  }
  const typed = plain(desk.querySelector("input[type=search]").value);
  for (const row of rows) {
    const code = row.dataset.for;
    const all = plain(wordsOf(row) + (texts[own]?.[code]?.text ?? ""));
    row.hidden = (shown && !shown.includes(code)) || !typed.split(" ").every((word) => all.includes(word));
  }
  for (const chapter of desk.querySelectorAll(".desk__chapter")) {
    chapter.hidden = !chapter.querySelector("li:not([hidden])");
    // What was looked for is seen.
    if (shown || typed) chapter.open = true;
  }
  desk.querySelector(".desk__nothing").hidden = rows.some((row) => !row.hidden);
}

// The first step of the symptom's route that the customer has not tried. One that only readies others
// counts as done once a later one was tried.
function next(route) {
  const codes = topics.symptom?.[route] ?? [];
  const reached = Math.max(-1, ...codes.map((code, index) => (tried[code] ? index : -1)));
  // The last is where a human helps: whoever sits at the desk.
  return codes.slice(0, -1).find((code, index) => !tried[code] && !(index < reached && ready[route].includes(code)));
}

function propose() {
  const code = next(desk.querySelector("[data-topic=symptom]").value);
  if (code === proposed) return;
  for (const row of rows) {
    const input = row.querySelector("input");
    // Whoever chose it by hand keeps it.
    if (row.dataset.for === proposed && row.dataset.next) input.checked = false;
    delete row.dataset.next;
    if (row.dataset.for !== code) continue;
    if (!input.checked) row.dataset.next = desk.dataset.next;
    input.checked = true;
  }
  proposed = code;
}

function plain(text) {
  return text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}

function chosen() {
  return rows.filter((row) => row.querySelector("input").checked).map((row) => row.dataset.for);
}

function address(codes, locale) {
  const list = new URL(desk.dataset.list, location.href);
  return codes.length === 1 ? `${list}${codes[0]}/#${locale}` : `${list}?${codes.join("-")}#${locale}`;
}

function asText(codes, locale) {
  const steps = codes.map((code, index) => {
    const { title, text, url } = texts[locale][code];
    return `${index + 1}. [${code}] ${title}\n${text.replace(/^/gm, "   ")}\n   ${url}`;
  });
  const { before, after } = words[locale];
  return [before, ...steps, `${after}\n${address(codes, locale)}`].join("\n\n");
}

function asHtml(codes, locale) {
  const steps = codes.map((code) => {
    const { title, text, url } = texts[locale][code];
    const lines = text.split("\n").map((line) => escaped(line).replace(/^ +/, (spaces) => "&nbsp;".repeat(spaces.length)));
    return `<li><p><b>${escaped(title)}</b> (<a href="${escaped(url)}">${code}</a>)</p><p>${lines.join("<br>")}</p></li>`;
  });
  const { lang, before, after } = words[locale];
  const link = escaped(address(codes, locale));
  return `<div lang="${lang}"><p>${escaped(before)}</p><ol>${steps.join("")}</ol><p>${escaped(after)}<br><a href="${link}">${link}</a></p></div>`;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function both(codes, make, rule) {
  const locales = reply.querySelector("[data-both]").checked ? [language.value, own] : [language.value];
  return [...new Set(locales)].map((locale) => make(codes, locale)).join(rule);
}

function show() {
  const codes = chosen();
  const ready = codes.length > 0 && language.value in texts && own in texts;
  const count = reply.querySelector("[data-count]");
  count.textContent = count.dataset.count.replace("{count}", codes.length);
  reply.classList.toggle("desk__reply--empty", !ready);
  for (const button of reply.querySelectorAll("[data-reply]")) {
    button.hidden = !ready || !navigator.clipboard;
  }
  if (!ready) return;
  for (const [name, locale] of [["customer", language.value], ["agent", own]]) {
    const part = reply.querySelector(`[data-text=${name}]`);
    part.textContent = asText(codes, locale);
    part.lang = words[locale].lang;
    part.hidden = name === "agent" && language.value === own;
  }
  reply.querySelector("[data-reply=text]").dataset.copy = both(codes, asText, "\n\n――――――――――\n\n");
  reply.querySelector("[data-reply=html]").dataset.copyHtml = both(codes, asHtml, "<hr>");
  const link = reply.querySelector("figcaption a");
  link.textContent = link.href = address(codes, language.value);
  generate(link.href, { minCorrectionLevel: correction.M }).toCanvas(reply.querySelector("canvas"));
}

export function readDigits(form) {
  const said = document.getElementById("digits-said");
  const digits = digitsOf(form.querySelector("input").value);
  const results = decode(digits, rows.map((row) => row.dataset.for), successors());
  if (!results) {
    said.textContent = said.dataset.wrong;
    return;
  }
  tried = results;
  propose();
  show();
  const list = document.createElement("ol");
  for (const [code, result] of Object.entries(results).sort()) {
    const line = document.createElement("li");
    const title = wordsOf(desk.querySelector(`label[for=choose-${code}]`));
    line.textContent = `${code} ${title} – ${said.parentElement.dataset.results.split("|")[result - 1]}`;
    list.append(line);
  }
  said.replaceChildren(list);
}

for (const choice of desk.querySelectorAll("[data-topic], input[type=search]")) {
  choice.addEventListener("input", filter);
}
desk.querySelector("[data-topic=symptom]").addEventListener("input", propose);
desk.addEventListener("change", ({ target }) => {
  const row = target.closest("li[data-for]");
  if (row) delete row.dataset.next;
  show();
});
reply.querySelector("[data-do=clear]").addEventListener("click", () => {
  for (const row of rows) {
    row.querySelector("input").checked = false;
    delete row.dataset.next;
  }
  show();
});
