// Which of the steps that erase something a query asks for itself. Touches no page.
import { BEGINNING, readPattern, WHOLE } from "./search_patterns.js";
import { lettersOf } from "./search_terms.js";

export class Asks {
  // `index` is what search/index.json holds: `asks` and `not_asked` come from search.yml.
  constructor({ sections, costs, asks, not_asked: notAsked }) {
    const erases = (code) => costs.steps[code]?.[1] === "data";
    this.steps = new Map();
    sections.forEach(([, , title, code], id) => {
      if (erases(code)) this.steps.set(id, { code, title: lettersOf(title), asks: (asks[code] ?? []).map(readPattern) });
    });
    this.notAsked = notAsked.map(readPattern);
  }

  // Whether a section is a step that erases something, and nobody asked for that.
  erasesUnasked(id, said, known) {
    const step = this.steps.get(id);
    if (!step || known.has(step.code)) return false;
    return !said.letters.includes(step.title) && !this.isAsked(step, said);
  }

  // The steps that erase something and were asked for.
  asked(said) {
    return [...this.steps.keys()].filter((id) => this.isAsked(this.steps.get(id), said));
  }

  isAsked(step, said) {
    return !said.says(this.notAsked, WHOLE) && said.says(step.asks, BEGINNING);
  }
}
