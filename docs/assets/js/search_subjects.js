// Whether the guide has anything about what was asked. Touches no page.
//
// Readers also ask for what no help about mail has ("WhatsApp backup"), and some word of it is found
// somewhere all the same. So what speaks for an answer and what speaks against it are added up.
import { INSIDE } from "./search_patterns.js";
import { terms } from "./search_terms.js";

// So much a title or a message is like what was typed if it holds it, if it nearly is it.
export const LINE = 1.5;
export const NEARLY = 1.8;
// What each weighs; from 0 on the guide has an answer. Fitted to two lists that nothing had been learnt from
// (a logistic regression); the start is raised, since a wrong "not here" leaves a reader alone.
const START = 0.2;
// How much more it is like what the guide answers than like what it does not have; how near the nearest section
// is, and the nearest example that the guide does not have.
const OURS = 0.58;
const NEAR = 0.86;
const ELSEWHERE = -8;
// How much a title or a message is like it; a place that is surely asked for, by how many words the longest
// pattern has that says so; each more of them.
const LIKE = 1.9;
const LEAD = [0, 2.7, 1.9, 2.6];
const MORE = 0.7;
const MOST_LEADS = 3;

export class Subjects {
  // The arguments are parts of what search/index.json holds.
  constructor({ synonyms, kinds, leads }, patterns) {
    this.leads = leads.map(([id, ...asking]) => [id, asking.map((one) => patterns.read(one))]);
    const ofOurs = [...synonyms, ...Object.values(kinds), ...leads.map(([, ...asking]) => asking)];
    this.words = new Set(ofOurs.flat().flatMap(termsOf));
  }

  // The sections that a query surely asks for (`leads` of search.yml), and with how many words.
  leadsTo(said) {
    const found = this.leads.map(([id, patterns]) => [id, said.most(patterns, INSIDE)]);
    return new Map(found.filter(([, words]) => words));
  }

  // Whether the guide has an answer. `likeness` is how much a title or a message is like what was typed;
  // `asked` are the places that are surely asked for, with how many words; `like` is what the examples say.
  answers(likeness, asked, like) {
    if (likeness >= NEARLY) return true;
    const longest = Math.min(Math.max(0, ...asked.values()), LEAD.length - 1);
    const more = Math.min(Math.max(0, asked.size - 1), MOST_LEADS - 1);
    return START + OURS * like.isOurs + NEAR * Math.log(like.nearest) + ELSEWHERE * like.elsewhere
      + LIKE * Math.max(0, likeness - 1) + LEAD[longest] + MORE * more >= 0;
  }
}

// The terms of the words of a pattern; the names of kinds are none.
function termsOf(pattern) {
  return terms(pattern.replace(/_|@[a-z]+/g, " "));
}
