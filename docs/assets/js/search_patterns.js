// What a query says, by the patterns of search.yml. Touches no page.
//
// "delete/remove account": each of its words has to be said, in any order; of those with a stroke, one.
// "mobile_phone" is one word; "=line" is that word alone, not the beginning of another one; "*ない" is said
// anywhere, in a longer word, too; "@mail" is one of the words that stand for a kind.
import { kindOf, lettersOf, terms } from "./search_terms.js";

// How much of a word has to be a pattern's. From so many letters on its beginning is enough ("account" in
// "accounts"), or any part of it (Indonesian "hapus" in "terhapus").
export const WHOLE = { beginning: Infinity, inside: Infinity };
export const BEGINNING = { beginning: 4, inside: Infinity };
export const INSIDE = { beginning: 4, inside: 5 };
// "मेल" is said by "मेलमा", too: in these scripts a word is shorter, and grows at its end.
const MARKED = /\p{Script=Devanagari}/u;

// Reads patterns. `kinds` are lists of words by name; each is read once, for all patterns that name it.
export class Patterns {
  constructor(kinds) {
    this.kinds = new Map(Object.entries(kinds).map(([name, words]) => [`@${name}`, words.map(readWord)]));
  }

  read(text) {
    return text.split(" ").map((words) => words.split("/").flatMap((word) => this.kinds.get(word) ?? readWord(word)));
  }
}

function readWord(word) {
  const parts = word.split("_").map(lettersOf);
  const letters = parts.join("");
  // These are written without a space between them, or with particles.
  const anywhere = /[.*]/.test(word) || [...letters].some((letter) => !/[nw]/.test(kindOf(letter)));
  return { letters, anywhere, phrase: parts.length > 1 && ` ${parts.join(" ")}`, alone: word.startsWith("=") };
}

// What was typed, made ready for many patterns. `known` gives, for each term of the query, the terms of
// the index that it may be.
export class Said {
  constructor(query, known) {
    this.letters = lettersOf(query);
    this.typed = [...known.keys()];
    this.phrase = ` ${terms(query).join(" ")} `;
    // What a word only begins is not meant yet: "em" is no "email".
    const isLike = (term, one) => one.length <= term.length + 2;
    this.has = new Map();
    this.meant = [...new Set([...known].flatMap(([term, meant]) => [term, ...meant.filter((one) => isLike(term, one))]))];
  }

  // Whether one of the patterns is said, with words as they were typed or may be meant.
  says(patterns, how) {
    return this.most(patterns, how) > 0;
  }

  // Of the patterns that are said, how many words the longest has; 0 if none is said.
  most(patterns, how, words = this.meant) {
    const said = patterns.filter((pattern) => pattern.every((some) => some.some((word) => this.hasWord(word, how, words))));
    return Math.max(0, ...said.map(({ length }) => length));
  }

  // Kinds stand in many patterns: each word is looked for once.
  hasWord(word, how, words) {
    const had = remembered(remembered(this.has, words), how);
    if (!had.has(word)) had.set(word, this.findsWord(word, how, words));
    return had.get(word);
  }

  findsWord({ letters, anywhere, phrase, alone }, how, words) {
    if (anywhere) return this.letters.includes(letters);
    if (phrase) return this.phrase.includes(phrase);
    const { beginning, inside } = alone ? WHOLE : MARKED.test(letters) ? { ...how, beginning: how.beginning - 1 } : how;
    return words.some((term) => (
      term === letters
      || (letters.length >= beginning && term.startsWith(letters))
      || (letters.length >= inside && term.includes(letters))
    ));
  }
}

function remembered(map, key) {
  if (!map.has(key)) map.set(key, new Map());
  return map.get(key);
}
