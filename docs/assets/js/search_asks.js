// Which of the steps that erase something a query asks for itself. Touches no page.
import { isWord, kindOf, lettersOf, terms } from "./search_terms.js";

// The beginning of a word is enough, if it is as long as this: "account" in "accounts".
const BEGINNING = 4;

export class Asks {
  // `index` is what search/index.json holds: `asks` and `not_asked` come from search.yml.
  constructor({ sections, costs, asks, not_asked: notAsked }) {
    const erases = (code) => costs.steps[code]?.[1] === "data";
    this.steps = new Map();
    sections.forEach(([, , title, code], id) => {
      if (erases(code)) this.steps.set(id, { code, title: lettersOf(title), asks: (asks[code] ?? []).map(readAsk) });
    });
    this.notAsked = notAsked.map(readAsk);
  }

  // Whether a section is a step that erases something, and nobody asked for that. `known` gives, for
  // each term of the query, the terms of the index that it may be.
  erasesUnasked(id, query, known) {
    const step = this.steps.get(id);
    if (!step || known.has(step.code)) return false;
    const letters = lettersOf(query);
    if (letters.includes(step.title)) return false;
    const said = (ask, shortest) => ask.every((words) => words.some((word) => isSaid(word, letters, known, shortest)));
    return this.notAsked.some((ask) => said(ask, Infinity)) || !step.asks.some((ask) => said(ask, BEGINNING));
  }
}

// "delete/remove account": each of its words has to be said, in any order; of those with a stroke, one.
function readAsk(text) {
  return text.split(" ").map((words) => words.split("/"));
}

// Whether a word was typed, or one that begins with it, if it is not shorter than `shortest`.
function isSaid(word, letters, known, shortest) {
  const plain = lettersOf(word);
  // These are written without a space between them, or with particles.
  if (!isWord(plain) || kindOf(plain) === "h" || terms(word).length > 1) return letters.includes(plain);
  const is = (term) => term === plain || (plain.length >= shortest && term.startsWith(plain));
  return [...known].some(([term, meant]) => is(term) || [...meant].some(is));
}
