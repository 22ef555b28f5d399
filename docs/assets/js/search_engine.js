// Finds sections of the guide: words become terms, MiniSearch weighs them. Touches no page.
import MiniSearch from "../vendor/minisearch/index.js";
import { Asks } from "./search_asks.js";
import { Examples } from "./search_examples.js";
import { marked, part, spansOf } from "./search_excerpt.js";
import { Patterns, Said } from "./search_patterns.js";
import { LINE, NEARLY, Subjects } from "./search_subjects.js";
import { eachTerm, foldedOf, inKana, isWord, kindOf, lettersOf, readingsOf, terms } from "./search_terms.js";

// How much a word counts where it stands. `said` are the readers' own words, from search.yml.
const FIELDS = { title: 3, said: 2, also: 1.5, text: 1, page: 0.5 };
const LONGEST_QUERY = 300;
// A section counts from this, if it has one of many words, to one more, if it has all of them.
const COVERED = 0.5;
// A word that was not typed but may be meant counts less.
const MEANT = 0.7;
// Running text has several terms a word, so that "VPN" beside it counts for more than one.
const WHOLE = 2;
// What a query surely asks for (`leads` of search.yml) counts for more by this, and at least as much as the best.
const LEADS = 3;
// What an example leads to counts as at least this share of the best, if no word of it was found.
const LEAST = 0.2;
// How much more the examples weigh than words that were found.
const EXAMPLES = 1.5;
// A title or message that shares so much with a query was meant, with letters wrong.
const MISTYPED = 0.72;
// So many of what MiniSearch finds are looked at more closely; so many are shown.
const LIKELY = 40;
const SHOWN = 10;

export class Engine {
  // `sent` is what search/index.json holds; see hooks/guide/search/search_index.py.
  constructor(sent) {
    const index = { ...sent, sections: rowsOf(sent.sections) };
    this.readings = readingsOf(index.readings);
    this.pages = index.pages;
    this.sections = index.sections;
    this.synonyms = index.synonyms.map(([ours, ...readers]) => ({
      ours: terms(ours),
      readers: readers.map(foldedOf),
    }));
    this.index = index;
    this.codes = new Set(index.sections.map(([, , , code]) => code).filter(Boolean));
    const patterns = new Patterns(index.kinds);
    this.asks = new Asks(index, patterns);
    // How many fields of the sections have each term.
    this.vocabulary = new Map();
    this.subjects = new Subjects(index, patterns);
    this.plain = [];
    this.mini = new MiniSearch({
      fields: Object.keys(FIELDS),
      tokenize: (text) => this.termsOf(text),
      processTerm: (term) => term,
    });
  }

  // The engine, ready to search. Adds the sections little by little, so that typing goes on.
  static async from(index) {
    const engine = new Engine(index);
    const documents = engine.sections.map(([page, , title, code, text, also, said], id) => (
      { id, title: `${title} ${code}`, said, also, text, page: engine.pages[page][1] }
    ));
    await engine.mini.addAllAsync(documents, { chunkSize: 10 });
    documents.forEach(({ id }) => engine.letters(id));
    engine.examples = await Examples.from(index.examples, index.not_here);
    return engine;
  }

  // What stands in a text, in its own characters and in kana.
  termsOf(text) {
    const found = this.termsIn(text);
    for (const term of new Set(found)) this.vocabulary.set(term, (this.vocabulary.get(term) ?? 0) + 1);
    return found;
  }

  termsIn(text) {
    const found = [];
    eachTerm(text, (term) => found.push(term));
    if (this.readings) {
      const written = new Set(found);
      eachTerm(inKana(text, this.readings)[0], (term) => written.has(term) || found.push(term));
    }
    return found;
  }

  // The sections that answer a query, best first, or none if the guide has no answer to it: [{url,
  // title, page, code, cost, erases, excerpt}, …]. An excerpt and a title are lists of [text,
  // whether it matches].
  search(query, count = SHOWN) {
    const asked = this.numbers(query.slice(0, LONGEST_QUERY));
    const known = this.known(asked);
    const said = new Said(asked, known);
    const leads = this.subjects.leadsTo(said);
    const like = this.examples.like(asked);
    const found = this.nearestFirst(this.find(asked, leads), like).slice(0, count);
    const likeness = Math.max(0, ...found.map((one) => one.likeness));
    const erasing = this.asks.asked(said);
    const surely = new Map([...leads, ...erasing.map((id) => [id, this.asks.words(id, said)])]);
    // A number is like no example: it is here or not.
    const isHere = isCodes(asked) && terms(asked).some((term) => this.vocabulary.has(term));
    if (!isHere && !this.subjects.answers(likeness, surely, like)) return [];
    const harmless = this.harmlessFirst(found, said, known);
    // Who types a message asks for that alone.
    return this.withAsked(harmless, likeness < NEARLY ? erasing : []).slice(0, count).map((one) => this.shown(one));
  }

  // Where to go on if there is no answer, in the form of results.
  otherwise() {
    return this.index.otherwise.map((id) => this.shown({ id, terms: [] }));
  }

  // What erases something comes first only if that was asked for: nobody loses an account because
  // "account" stood in a message. If nothing harmless is found, the head of the chapter comes before it:
  // it says what to try first.
  harmlessFirst(found, said, known) {
    const unasked = found.filter(({ id }) => this.asks.erasesUnasked(id, said, known));
    const others = found.filter((one) => !unasked.includes(one));
    if (unasked.length && !others.length) {
      const [page] = this.sections[unasked[0].id];
      others.push({ id: this.sections.findIndex((section) => section[0] === page), terms: [] });
    }
    const first = Math.max(2, others.filter(({ score }) => score >= unasked[0]?.score).length);
    return [...others.slice(0, first), ...unasked, ...others.slice(first)];
  }

  // What erases something and was asked for, with most words, stands third at least.
  withAsked(found, [asked]) {
    if (asked === undefined || found.slice(0, 3).some(({ id }) => id === asked)) return found;
    const step = found.find(({ id }) => id === asked) ?? { id: asked, terms: [] };
    const others = found.filter((one) => one !== step);
    return [...others.slice(0, 2), step, ...others.slice(2)];
  }

  // For each term that was typed the terms of the index that it is or may be meant to be.
  known(asked) {
    const typed = [...new Set(terms(asked))];
    return new Map(typed.map((term, at) => [term, this.knownFor(term, at === typed.length - 1)]));
  }

  knownFor(term, isLast) {
    if (this.vocabulary.has(term) || this.subjects.words.has(term)) return [term];
    if (!isWord(term)) return [];
    const prefix = term.length > (isLast ? 1 : 3);
    const found = this.mini.search(term, { tokenize: () => [term], prefix, fuzzy: this.mistakes(term) });
    return [...new Set([...this.nearby(term), ...found.flatMap((one) => one.terms), ...this.mistyped(term)])];
  }

  // The words of the patterns that a word may be with one letter wrong.
  mistyped(term) {
    return term.length < 5 ? [] : [...this.subjects.words].filter((word) => word.length > 4 && isWord(word) && isOneOff(term, word));
  }

  find(asked, leads) {
    const [meant, foreign] = this.meant(asked);
    // For each term that was typed, what it may be: itself, or known words that it was meant to be.
    const typed = new Map();
    for (const term of terms(asked)) if (!foreign.has(term)) typed.set(term, this.nearby(term));
    const near = [...typed.values()].flat();
    const parted = [...typed.keys()].some((term) => !isWhole(term));
    const last = [...typed.keys()].pop();
    const found = this.mini.search(asked, {
      tokenize: () => [...new Set([...typed.keys(), ...near, ...meant])],
      boost: FIELDS,
      boostTerm: (term) => (typed.has(term) ? 1 : MEANT) * (parted && isWhole(term) ? WHOLE : 1),
      prefix: (term) => typed.has(term) && isWord(term) && term.length > (term === last ? 1 : 3),
      fuzzy: (term) => typed.has(term) && this.mistakes(term),
    });
    const codes = isCodes(asked) ? [...typed.keys()] : [];
    const phrase = lettersOf(asked);
    const words = [...typed].map(([term, nearby]) => [[term, ...nearby], this.rarity(term)]);
    const all = words.reduce((sum, [, rarity]) => sum + rarity, 0) || 1;
    for (const one of found.slice(0, LIKELY)) {
      const matched = new Set(one.queryTerms);
      const covered = words.filter(([one]) => one.some((term) => matched.has(term))).reduce((sum, [, rarity]) => sum + rarity, 0);
      [one.likeness, one.shared] = this.likeness(one.id, phrase);
      one.score *= (COVERED + covered / all) * one.likeness;
      const at = codes.indexOf(this.sections[one.id][3]);
      if (at >= 0) one.score = Number.MAX_VALUE / (at + 1);
    }
    return this.leadsFirst(found.slice(0, LIKELY), leads).sort((one, other) => other.score - one.score);
  }

  leadsFirst(found, leads) {
    const best = Math.max(1, ...found.map(({ score }) => score));
    for (const one of found) {
      // A message, nearly as it stands, is asked for before all that its words lead to.
      if (one.likeness >= NEARLY) one.score = Math.max(best, one.score) * LEADS * LEADS;
      else if (leads.has(one.id)) one.score = Math.max(best, one.score * LEADS);
    }
    return withMissing(found, leads.keys(), best);
  }

  // What the query's examples are about counts for more, whether a word of it was found there or not.
  nearestFirst(found, { near, nearest }) {
    const best = found[0]?.score ?? 1;
    // A code, typed alone, is like no example.
    if (best > Number.MAX_SAFE_INTEGER) return found;
    const all = withMissing(found, near.keys(), 0);
    for (const one of all) {
      // A title or message that was mistyped is asked for, too.
      const nearness = one.shared > MISTYPED ? nearest : near.get(one.id) ?? 1;
      one.score = Math.max(one.score, best * LEAST) * nearness ** EXAMPLES;
    }
    return all.sort((one, other) => other.score - one.score);
  }

  // A word that few sections have says more of what is meant.
  rarity(term) {
    return Math.log(1 + this.sections.length / (this.vocabulary.get(term) ?? 1));
  }

  // Numbers alone: several codes are several ("3046-3072"), and digits that stand apart are one number
  // ("3 0 4 6").
  numbers(query) {
    if (/[\p{L}\p{M}]/u.test(query)) return query;
    const groups = query.match(/\p{Nd}+/gu) ?? [];
    const four = groups.join("").match(/\p{Nd}{1,4}/gu) ?? [];
    if (four.length > 1 && four.every((code) => this.codes.has(foldedOf(code)))) return four.join(" ");
    return four.length === 1 && /^[\p{Nd}\s-]+$/u.test(query) ? four[0] : query;
  }

  // How many letters of a word may be wrong: none if we know the word.
  mistakes(term) {
    if (!isWord(term) || isNumber(term) || this.vocabulary.has(term)) return false;
    return term.length > 7 ? 2 : term.length > 2 && 1;
  }

  // Known words that an unknown one may be: two letters the other way round, words run together.
  nearby(term) {
    if (!isWord(term) || isNumber(term) || this.vocabulary.has(term)) return [];
    const letters = [...term];
    const found = letters.slice(1).map((letter, at) => (
      [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join("")
    )).filter((word) => this.vocabulary.has(word));
    return [...found, ...this.apart(term)];
  }

  // The fewest known words that make up a term; none if it cannot be parted so.
  apart(term) {
    const best = [[]];
    for (let end = 1; end <= term.length; end += 1) {
      for (let start = 0; start < end; start += 1) {
        const parts = best[start];
        const enough = end - start > 1 && parts && (!best[end] || parts.length + 1 < best[end].length);
        const word = enough && term.slice(start, end);
        if (word && this.vocabulary.has(word)) best[end] = [...parts, word];
      }
    }
    return best[term.length] ?? [];
  }

  // More than 1 if a section says what was typed, or nearly: 2.5 if it is a whole title or message. And how
  // much the likest of those shares with it, from 0 to 1.
  likeness(id, phrase) {
    const [lines, text] = this.letters(id);
    if (phrase && lines.includes(phrase)) return [2.5, 1];
    if (phrase.length < 3) return [1, 0];
    const near = phrase.length < 8 ? 0 : Math.max(...lines.map((line) => shared(line, phrase)));
    const said = lines.some((line) => line.includes(phrase)) ? LINE : text.includes(phrase) ? 1.25 : 1;
    return [Math.max(said, 1 + 1.5 * Math.max(0, (near - 0.6) / 0.4)), near];
  }

  letters(id) {
    const [, , title, , text, also, said] = this.sections[id];
    this.plain[id] ??= [[title, ...also.split("\n"), ...said.split("\n")].map(lettersOf), lettersOf(text)];
    return this.plain[id];
  }

  // The terms of our words for what the reader calls otherwise, and those of the reader's words
  // that our texts do not have (parts of them would only mislead).
  meant(query) {
    const folded = foldedOf(query);
    const meant = new Set();
    const foreign = new Set();
    for (const { ours, readers } of this.synonyms) {
      for (const word of readers.filter((each) => holds(folded, each))) {
        for (const term of ours) meant.add(term);
        if (!this.says(lettersOf(word))) for (const term of terms(word)) foreign.add(term);
      }
    }
    return [meant, foreign];
  }

  says(phrase) {
    return this.sections.some((_, id) => {
      const [lines, text] = this.letters(id);
      return text.includes(phrase) || lines.some((line) => line.includes(phrase));
    });
  }

  // What a step costs, in words, and whether it erases something.
  cost(code) {
    const [minutes, changes] = this.index.costs.steps[code] ?? [];
    if (!minutes) return { cost: "", erases: false };
    const words = [this.index.costs.minutes.replace("{minutes}", minutes), this.index.costs.changes[changes]];
    return { cost: words.join(" · "), erases: changes === "data" };
  }

  shown({ id, terms: matched }) {
    const [page, anchor, title, code, text, also] = this.sections[id];
    const wanted = new Set(matched);
    const spans = spansOf(text, wanted, this.readings);
    const excerpt = spans.length || !also ? part(text, spans) : part(also, spansOf(also, wanted, this.readings));
    return {
      url: `${this.pages[page][0]}#${anchor}`,
      title: marked(title, spansOf(title, wanted, this.readings), 0, title.length),
      page: this.pages[page][1],
      code,
      ...this.cost(code),
      excerpt,
    };
  }
}

function rowsOf(columns) {
  return columns[0].map((_, at) => columns.map((column) => column[at]));
}

// What was found, and those of some sections in which no word was found, with a score.
function withMissing(found, ids, score) {
  const missing = [...ids].filter((id) => !found.some((one) => one.id === id));
  return [...found, ...missing.map((id) => ({ id, terms: [], likeness: 1, score }))];
}

// Whether numbers alone were typed.
function isCodes(query) {
  return !/\p{L}/u.test(query);
}

// Whether a term is a whole word or number, not a part of running text.
function isWhole(term) {
  return /^[wn]$/.test(kindOf(term));
}

// How much two texts have in common, from 0 to 1: Dice's coefficient of their pairs of letters.
function shared(one, other) {
  if (Math.abs(one.length - other.length) > other.length / 2) return 0;
  const pairs = new Map();
  for (let at = 1; at < one.length; at += 1) {
    const pair = one.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let same = 0;
  for (let at = 1; at < other.length; at += 1) {
    const pair = other.slice(at - 1, at + 1);
    const left = pairs.get(pair) ?? 0;
    if (left) {
      same += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * same) / (one.length + other.length - 2);
}

// Whether two words differ by one letter: another, one more, one less, or two the other way round.
function isOneOff(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [rest, others] = [one.slice(from), other.slice(from)];
  const swapped = rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2);
  return swapped || rest.slice(1) === others.slice(1) || rest === others.slice(1) || rest.slice(1) === others;
}

function isNumber(term) {
  return /^\d/.test(term);
}

// Whether a query has a word: at the start of one where words stand apart, else anywhere.
function holds(query, word) {
  for (let at = query.indexOf(word); at >= 0; at = query.indexOf(word, at + 1)) {
    const before = query[at - 1];
    const kind = before && kindOf(before);
    if (!kind || kind !== kindOf(word) || kind === "c" || kind === "t" || kind === "m") return true;
  }
  return false;
}
