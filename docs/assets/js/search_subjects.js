// Whether the guide has anything about what was asked. Touches no page.
//
// Readers also ask for what no help about mail has ("WhatsApp backup"), and some word of it is found
// somewhere all the same. What is surely another subject, or surely ours, search.yml says by patterns. Of
// the rest each term of a query is worth as much as it says that the guide has it for a subject, and
// the query is worth the mean of its letters. Chosen by measuring: `make bench`.
import { BEGINNING, INSIDE, readPattern } from "./search_patterns.js";
import { eachTerm, isWord, terms } from "./search_terms.js";

// So much a title or a message is like what was typed if it holds it, if it nearly is it, if it is it.
export const LINE = 1.5;
export const NEARLY = 1.8;
export const SAME = 2.5;
// From this on the guide has an answer.
const ENOUGH = 0.43;
// A term of a title, or of what so many sections are called, is a subject by itself; else it is worth
// the share of a title, a message or a reader's word that was typed with it.
const SUBJECT = 0.6;
const SECTIONS = 4;
// A term that is only said somewhere in the text; a Latin one among other letters is a name.
const SAID = 0.2;
// "gọi" typed with its marks is not "gói".
const OTHER_MARKS = 0.3;
// Every question is about it, so it says nothing.
const DEVICE = "iPhone";
const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/;

export class Subjects {
  // `index` is what search/index.json holds; `termsOf` gives the terms of a text, readings too.
  constructor({ sections, pages, synonyms, leads, anybodys, elsewhere, services, ours }, termsOf) {
    this.elsewhere = elsewhere.map(readPattern);
    this.services = services.map(readPattern);
    this.ours = ours.map(readPattern);
    this.anybodys = new Set(anybodys);
    this.leads = leads.map(([id, ...patterns]) => [id, patterns.map(readPattern)]);
    this.titles = new Set();
    this.phrases = new Map();
    this.marked = new Set();
    const called = new Map();
    const device = synonyms.find(([ours]) => ours === DEVICE) ?? [DEVICE];
    this.nothing = new Set(device.flatMap((words) => terms(words)));
    for (const [, , title, code, text, also, said] of sections) {
      const lines = [title, ...also.split("\n"), ...said.split("\n")];
      for (const term of termsOf(`${title} ${code}`)) this.titles.add(term);
      for (const term of new Set(lines.flatMap(termsOf))) called.set(term, (called.get(term) ?? 0) + 1);
      for (const line of lines) this.add(line, termsOf);
      this.mark(text);
    }
    for (const [, title] of pages) this.add(title, termsOf);
    for (const words of synonyms.flat()) this.add(words, termsOf);
    this.common = new Set([...called.keys()].filter((term) => called.get(term) >= SECTIONS));
  }

  add(line, termsOf) {
    this.mark(line);
    const phrase = [...new Set(termsOf(line))];
    for (const term of phrase) {
      if (!this.phrases.has(term)) this.phrases.set(term, new Set());
      this.phrases.get(term).add(phrase);
    }
  }

  mark(text) {
    for (const word of wordsOf(text)) if (MARKED.test(word)) this.marked.add(word);
  }

  // The sections that a query surely asks for (`leads` of search.yml), and with how many words.
  leadsTo(said) {
    const found = this.leads.map(([id, patterns]) => [id, said.most(patterns, INSIDE)]);
    return new Map(found.filter(([, words]) => words));
  }

  // Whether the guide has an answer. `known` gives, for each term of the query, the terms of the
  // index that it may be; `likeness` is how much a title or a message is like what was typed; `leads`
  // is what leadsTo gave.
  answers(query, said, known, likeness, leads, erasing) {
    const service = said.most(this.services, BEGINNING, said.typed) > 0;
    if (likeness >= (service ? SAME : NEARLY)) return true;
    const most = (some) => Math.max(0, ...[...leads].map(([id, words]) => (some(id) ? words : 0)));
    const anybodys = most((id) => this.anybodys.has(id));
    const own = most((id) => !this.anybodys.has(id));
    const elsewhere = said.most(this.elsewhere, BEGINNING, said.typed);
    // Who says more of one subject than of the other means that one.
    if (elsewhere) return own >= Math.max(2, elsewhere) || (elsewhere > 1 && anybodys > elsewhere);
    if (service) return own > 0 || (anybodys > 0 && said.says(this.ours, BEGINNING));
    return leads.size + erasing.length > 0 || this.worth(query, known) >= (likeness >= LINE ? SAID : ENOUGH);
  }

  worth(query, known) {
    const typed = new Set([...known.values()].flat());
    const letters = new Map();
    const text = query.normalize("NFKC");
    const isMixed = /\p{Script=Latin}/u.test(text) && /[^\p{Script=Latin}\P{L}]/u.test(text);
    eachTerm(text, (term, start, end) => {
      if (this.nothing.has(term)) return;
      const written = text.slice(start, end);
      const said = isMixed && /^\p{Script=Latin}/u.test(written) ? SUBJECT : SAID;
      const worth = this.worthOf(known.get(term), written, typed, said);
      for (let at = start; at < end; at += 1) letters.set(at, Math.max(letters.get(at) ?? 0, worth));
    });
    const all = [...letters.values()];
    return all.reduce((sum, worth) => sum + worth, 0) / (all.length || 1);
  }

  worthOf(known, written, typed, said) {
    let worth = 0;
    for (const one of known) {
      worth = Math.max(worth, /^\d{3}/.test(one) ? 1 : said);
      if (this.titles.has(one) || this.common.has(one)) worth = Math.max(worth, SUBJECT);
      for (const phrase of this.phrases.get(one) ?? []) worth = Math.max(worth, share(phrase, typed));
    }
    const otherMarks = MARKED.test(written) && !wordsOf(written).every((word) => this.marked.has(word));
    return worth * (otherMarks ? OTHER_MARKS : 1);
  }
}

// The share of a phrase, by letters, that was typed.
function share(phrase, typed) {
  let all = 0;
  let said = 0;
  for (const term of phrase) {
    const weight = isWord(term) ? Math.min(term.length, 8) + 1 : term.length;
    all += weight;
    if (typed.has(term)) said += weight;
  }
  return said / all;
}

function wordsOf(text) {
  return text.toLowerCase().normalize("NFC").match(/[\p{L}\p{M}]+/gu) ?? [];
}
