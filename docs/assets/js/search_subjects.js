// Whether the guide has anything about what was asked. Touches no page.
//
// Readers also ask for what no help about mail has ("WhatsApp backup"), and some word of it is found
// somewhere all the same. So what speaks for an answer and what speaks against it are added up.
import { BEGINNING, INSIDE } from "./search_patterns.js";
import { eachTerm, terms } from "./search_terms.js";

// So much a title or a message is like what was typed if it holds it, if it nearly is it, if it is it.
export const LINE = 1.5;
export const NEARLY = 1.8;
export const SAME = 2.5;
// What each weighs; from 0 on the guide has an answer. Fitted to the lists (a logistic regression), and so that
// the first fit half of them as well as the others.
const START = 0.8;
// How well the best section matches, for each word; a place that is surely asked for, by how many words the longest
// pattern has that says so; each more of them.
const MATCH = 1.35;
const LEAD = [0, 1.65, 2.3, 3.9];
const MORE = 0.5;
const MOST_LEADS = 3;
// The share of letters in words that the guide does not know, and in words of other subjects.
const UNKNOWN = -3.8;
const THEIRS = -5.8;
// Surely asks for another subject, and with each word more than one, up to two; names a company or an app.
const ELSEWHERE = -3.6;
const LONGER = -1.9;
const MOST_LONGER = 2;
const SERVICE = -1.2;
// Every question is about it, so it says nothing.
const DEVICE = "iPhone";

export class Subjects {
  // `index` is what search/index.json holds; `vocabulary` has the terms of its sections.
  constructor({ synonyms, kinds, leads, anybodys, elsewhere, services, ours }, vocabulary, patterns) {
    const read = (one) => patterns.read(one);
    this.vocabulary = vocabulary;
    this.elsewhere = elsewhere.map(read);
    this.services = services.map(read);
    this.ours = ours.map(read);
    this.anybodys = new Set(anybodys);
    this.leads = leads.map(([id, ...asking]) => [id, asking.map(read)]);
    const ofOurs = [...synonyms, ...Object.values(kinds), ...leads.map(([, ...asking]) => asking)];
    this.words = new Set(ofOurs.flat().flatMap(termsOf));
    this.theirs = new Set([...elsewhere, ...services].flatMap(termsOf));
    const device = synonyms.find(([ours]) => ours === DEVICE) ?? [DEVICE];
    this.nothing = new Set(device.flatMap((words) => terms(words)));
  }

  // The sections that a query surely asks for (`leads` of search.yml), and with how many words.
  leadsTo(said) {
    const found = this.leads.map(([id, patterns]) => [id, said.most(patterns, INSIDE)]);
    return new Map(found.filter(([, words]) => words));
  }

  // Whether the guide has an answer. `found` are the sections that match, best first; `likeness` is how
  // much a title or a message is like what was typed; `asked` are the places that are surely asked for, and
  // with how many words.
  answers(query, said, found, likeness, asked) {
    const service = said.says(this.services, BEGINNING, said.typed);
    if (likeness >= (service ? SAME : NEARLY)) return true;
    // "Instagram: wrong password" asks for nothing of ours.
    const others = service && !said.says(this.ours, BEGINNING);
    const places = [...asked].filter(([id]) => !others || !this.anybodys.has(id));
    if (others && !places.length) return false;
    const longest = Math.min(Math.max(0, ...places.map(([, words]) => words)), LEAD.length - 1);
    const { count, unknown, theirs } = this.shares(query);
    const match = Math.log(1 + (found[0]?.score ?? 0) / count);
    const elsewhere = said.most(this.elsewhere, BEGINNING, said.typed);
    const longer = Math.min(Math.max(0, elsewhere - 1), MOST_LONGER);
    return START + MATCH * match + LEAD[longest] + MORE * Math.min(Math.max(0, places.length - 1), MOST_LEADS - 1)
      + UNKNOWN * unknown + THEIRS * theirs + ELSEWHERE * (elsewhere > 0) + LONGER * longer + SERVICE * service >= 0;
  }

  // How many terms a query has, and of their letters the shares of unknown words and of other subjects'.
  shares(query) {
    const sums = { count: 0, letters: 0, unknown: 0, theirs: 0 };
    eachTerm(query.normalize("NFKC"), (term, start, end) => {
      if (this.nothing.has(term)) return;
      sums.count += 1;
      sums.letters += end - start;
      if (!this.vocabulary.has(term) && !this.words.has(term)) sums.unknown += end - start;
      if (this.theirs.has(term)) sums.theirs += end - start;
    });
    const letters = sums.letters || 1;
    return { count: sums.count || 1, unknown: sums.letters ? sums.unknown / letters : 1, theirs: sums.theirs / letters };
  }
}

// The terms of the words of a pattern; the names of kinds are none.
function termsOf(pattern) {
  return terms(pattern.replace(/_|@[a-z]+/g, " "));
}
