// Says the labels and messages of iOS on a page as a phone in another language does, with the page's
// own words beside each. ``words`` is a file of labels/, ``page`` what site/phone.js knows of the page.

// For phones in other languages, or where a label stands as evidence for its language.
const LEFT_ALONE = ".ios-also, .ios-path__other, .ios-error__other, .sources";

export async function labelsOf(phone) {
  const answer = await fetch(new URL(`../labels/${phone}.json`, import.meta.url));
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

// Gives a function that puts everything back as it was.
export function sayAs(root, words, page) {
  const undo = [];
  const isOwn = (element) => !element.closest(LEFT_ALONE) && element.closest("[lang]").lang === page.lang;
  const own = [...root.querySelectorAll("[data-label]:not(li), [data-message]")].filter(isOwn);
  const ways = [...root.querySelectorAll(".ios-path__steps")].filter(isOwn);
  const said = document.documentElement.lang;

  function fill(element, ...nodes) {
    const before = [...element.childNodes];
    undo.push(() => element.replaceChildren(...before));
    element.replaceChildren(...nodes);
  }

  function set(element, name, value) {
    const before = element.getAttribute(name);
    undo.push(() => (before === null ? element.removeAttribute(name) : element.setAttribute(name, before)));
    element.setAttribute(name, value);
  }

  function make(tag, lang, className, ...nodes) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.lang = lang;
    element.append(...nodes);
    return element;
  }

  // What an element says now, without its quotation marks: the meaning of what it will say.
  function meaning(tag, element, quoted) {
    const copy = make(tag, page.lang, "", ...element.cloneNode(true).childNodes);
    if (quoted) {
      copy.firstChild.data = copy.firstChild.data.slice(1);
      copy.lastChild.data = copy.lastChild.data.slice(0, -1);
    }
    return copy;
  }

  const inferred = (key) => words.inferred.includes(key);

  // The words of other phones stand just behind a label, if there are any: now it is the page's own.
  function sayBeside(element, ...parts) {
    const [open, close] = element.closest("figure") ? ["", ""] : page.also.split("{labels}");
    const nodes = parts.flatMap((part, index) => (index ? [" / ", part] : [part]));
    const next = element.nextSibling?.data === " " ? element.nextSibling.nextSibling : element.nextSibling;
    const beside = next?.classList?.contains("ios-also") ? next : null;
    if (beside) fill(beside, open, ...nodes, close);
    else if (nodes.length) {
      const also = make("span", said, "ios-also", open || " ", ...nodes, close);
      undo.push(() => also.remove());
      element.after(also);
    }
    if (beside && !nodes.length) fill(beside);
  }

  function sayLabel(element) {
    const key = element.dataset.label;
    const quoted = element.classList.contains("ios-label");
    const shown = element.textContent;
    const [open, close] = quoted ? [shown[0], shown.at(-1)] : ["", ""];
    const word = words.labels[key];
    const parts = shown === open + word + close ? [] : [meaning("span", element, quoted)];
    if (quoted && inferred(key)) parts.unshift(make("i", said, "inferred", page.inferred));
    fill(element, open + word + close);
    set(element, "lang", words.lang);
    sayBeside(element, ...parts);
  }

  function sayMessage(element, key = element.dataset.message) {
    const text = words.messages[key];
    const parts = text.split(/(\[.*?\])/).map((part) => (part[0] === "[" ? make("var", words.lang, "", part) : part));
    const own = meaning("span", element);
    own.className = "ios-also";
    fill(element, ...parts, " (", own, ")");
    set(element, "lang", words.lang);
  }

  function sayWay(list) {
    set(list, "lang", words.lang);
    set(list, "aria-label", words.order);
    let title;
    for (const row of list.children) {
      if (title) set(row, "data-title", title);
      const key = row.dataset.label;
      const label = row.querySelector("span");
      title = key ? words.labels[key] : label.textContent;
      if (!key) continue;
      const own = label.textContent === title ? [] : [" ", meaning("small", label)];
      const shown = [make("span", words.lang, "", title, ...own)];
      if (inferred(key)) shown.push(" ", make("i", said, "inferred", `(${page.inferred})`));
      fill(row, ...shown);
    }
  }

  own.filter((element) => element.dataset.label).forEach(sayLabel);
  own.filter((element) => element.dataset.message).forEach((element) => sayMessage(element));
  // Titles of messages that are in the page's own words.
  for (const summary of root.querySelectorAll(".message > summary")) {
    const key = words.errors[summary.nextElementSibling.id];
    if (!summary.querySelector("[data-message]")) sayMessage(summary.firstChild, key);
  }
  ways.forEach(sayWay);
  for (const other of root.querySelectorAll(".ios-path__other, .ios-path__phone")) set(other, "hidden", "");
  return () => undo.reverse().forEach((back) => back());
}
