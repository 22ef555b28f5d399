// Which of the steps that erase something a query asks for itself. Touches no page.
import { BEGINNING, WHOLE } from "./search_patterns.js";
import { lettersOf } from "./search_terms.js";

export class Asks {
  // `index` is what search/index.json holds: `asks`, `not_asked` and `worries` come from the search's words.
  constructor({ sections, costs, asks, not_asked: notAsked, worries }, patterns) {
    const erases = (code) => costs.steps[code]?.[1] === "data";
    this.steps = new Map();
    sections.forEach(([, , title, code], id) => {
      if (erases(code)) this.steps.set(id, { code, title: lettersOf(title), asks: (asks[code] ?? []).map((one) => patterns.read(one)) });
    });
    this.notAsked = notAsked.map((one) => patterns.read(one));
    this.worries = worries.map((one) => patterns.read(one));
  }

  // Whether a section is a step that erases something, and nobody asked for that, or only what it does.
  erasesUnasked(id, said, known) {
    const step = this.steps.get(id);
    if (!step || known.has(step.code) || said.letters === step.title) return false;
    return !this.isAsked(step, said) || said.says(this.worries, BEGINNING);
  }

  // The steps that erase something and were asked for, the one with most words first.
  asked(said) {
    const found = [...this.steps.keys()].filter((id) => this.isAsked(this.steps.get(id), said));
    return found.sort((one, other) => this.words(other, said) - this.words(one, said));
  }

  // With how many words a step was asked for.
  words(id, said) {
    return said.most(this.steps.get(id).asks, BEGINNING);
  }

  isAsked(step, said) {
    return !said.says(this.notAsked, WHOLE) && (said.letters.includes(step.title) || said.says(step.asks, BEGINNING));
  }
}
