// Finds sections of the guide: words become terms, MiniSearch weighs them. Touches no page.
import MiniSearch from "../vendor/minisearch/index.js";

// --- Characters: what is written differently and meant the same becomes the same ---------------

const MARKS = /[\u0300-\u036f]/g;
const LATIN = { đ: "d", ø: "o", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe" };
const SMALL_KANA = { ぁ: "あ", ぃ: "い", ぅ: "う", ぇ: "え", ぉ: "お", っ: "つ", ゃ: "や", ゅ: "ゆ", ょ: "よ", ゎ: "わ" };
// Letters that sound alike in Nepali and are often confused; nasal marks and joiners are left out.
const DEVANAGARI = { "ी": "ि", "ू": "ु", श: "स", ष: "स", व: "ब", ण: "न", ङ: "न", ञ: "न", "ं": "", "ँ": "", "़": "", "्": "" };
const ZEROS = [0x966, 0xe50, 0x1040, 0x17e0, 0x660];
const NOTHING = /^[\u200b-\u200d\u2060\ufeff\u00ad'’‘`ー\u0e47-\u0e4e]$/;

function foldOne(char) {
  if (NOTHING.test(char)) return "";
  const code = char.codePointAt(0);
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  const plain = char.normalize("NFKC").toLowerCase();
  if (plain !== char && NOTHING.test(plain)) return "";
  const first = plain.codePointAt(0);
  if (first < 0x250 || (first >= 0x1e00 && first < 0x1f00)) {
    return [...plain.normalize("NFD").replace(MARKS, "")].map((one) => LATIN[one] ?? one).join("");
  }
  if (first >= 0x300 && first <= 0x36f) return "";
  if (first >= 0x30a1 && first <= 0x30f6) {
    const kana = String.fromCharCode(first - 0x60);
    return SMALL_KANA[kana] ?? kana;
  }
  return SMALL_KANA[plain] ?? DEVANAGARI[plain] ?? plain;
}

// What a character is part of: "n" number, "w" word, "h" Hangul, "c" Chinese or Japanese,
// "t" Thai and its kin, "m" Burmese, "" nothing.
function kindOf(folded) {
  if (/^\p{Nd}/u.test(folded)) return "n";
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆]/u.test(folded)) return "c";
  if (/^\p{Script=Hangul}/u.test(folded)) return "h";
  if (/^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(folded)) return "t";
  if (/^\p{Script=Myanmar}/u.test(folded)) return /^\p{L}|^\p{M}/u.test(folded) ? "m" : "";
  return /^[\p{L}\p{M}]/u.test(folded) ? "w" : "";
}

const known = new Map();

function character(char) {
  let found = known.get(char);
  if (!found) {
    const folded = foldOne(char);
    known.set(char, found = [folded, folded && kindOf(folded)]);
  }
  return found;
}

// --- Terms -------------------------------------------------------------------------------------

// A cell is the least that a reader sees as one: [folded, start, end].
const startsCell = {
  c: () => true,
  h: () => true,
  // A vowel written first belongs to the consonant after it; marks to the one before.
  t: (char, before) => !/^[\p{M}\u0e30\u0e32\u0e33\u0e45]/u.test(char) && !/[\u0e40-\u0e44]$/.test(before),
  // A syllable begins at a consonant that is neither stacked nor a final one (see `ends`).
  m: (char, before) => /^\p{L}/u.test(char) && !/\u1039$/.test(before),
};

function cells(run) {
  const found = [];
  run.chars.forEach(([char, start, end], at) => {
    const last = found[found.length - 1];
    const final = run.kind === "m" && run.chars[at + 1] && /[\u103a\u1039]/.test(run.chars[at + 1][0]);
    if (last && (final || !startsCell[run.kind](char, last[0]))) {
      last[0] += char;
      last[2] = end;
    } else {
      found.push([char, start, end]);
    }
  });
  return found;
}

// The terms of one run of characters of one kind, each [term, start, end].
function termsOfRun(run, give) {
  const { kind, chars } = run;
  const start = chars[0][1];
  const end = chars[chars.length - 1][2];
  const whole = chars.map(([char]) => char).join("");
  if (kind === "n" || kind === "w") {
    give(whole, start, end);
    return whole;
  }
  const parts = cells(run);
  if (kind === "h" && parts.length > 2) give(whole, start, end);
  if (parts.length === 1) give(whole, start, end);
  for (let at = 0; at + 1 < parts.length; at += 1) {
    give(parts[at][0] + parts[at + 1][0], parts[at][1], parts[at + 1][2]);
  }
  return "";
}

// Calls `give(term, start, end)` for each term of a text.
function eachTerm(text, give) {
  let run = null;
  let joined = "";
  let joinedFrom = 0;
  const close = (end, char) => {
    if (!run) return;
    const word = termsOfRun(run, give);
    // "Wi-Fi" is also found as "wifi".
    if (word && joined) give(joined + word, joinedFrom, end);
    joinedFrom = joined ? joinedFrom : run.chars[0][1];
    joined = word && /[-‐‑]/.test(char) ? joined + word : "";
    run = null;
  };
  let at = 0;
  for (const char of text) {
    const [folded, kind] = character(char);
    const end = at + char.length;
    if (folded) {
      if (run && run.kind !== kind) close(at, char);
      else if (!run && !kind) joined = "";
      if (kind) {
        run ??= { kind, chars: [] };
        run.chars.push([folded, at, end]);
      }
    } else if (run) {
      run.chars[run.chars.length - 1][2] = end;
    }
    at = end;
  }
  close(at, "");
}

function foldedOf(text) {
  return [...text.normalize("NFKC")].map((char) => character(char)[0]).join("");
}

// Only the letters and digits of a text.
function lettersOf(text) {
  return [...text.normalize("NFKC")].map((char) => character(char)).map(([folded, kind]) => (kind ? folded : "")).join("");
}

// The terms of a text as a reader types it.
export function terms(text) {
  const found = [];
  eachTerm(text.normalize("NFKC"), (term) => found.push(term));
  return found;
}

// --- Readings: kana that a reader types for kanji ----------------------------------------------

function readingsOf(words) {
  const kanji = Object.keys(words ?? {}).sort((one, other) => other.length - one.length);
  return kanji.length ? { words, pattern: new RegExp(kanji.join("|"), "g") } : null;
}

// The text in kana, and for each of its characters where it stood: [kana, starts, ends].
function inKana(text, { words, pattern }) {
  let kana = "";
  const starts = [];
  const ends = [];
  const add = (piece, from, to) => {
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(to ? from : from + at);
      ends.push(to || from + at + 1);
    }
    kana += piece;
  };
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    add(text.slice(done, match.index), done);
    done = match.index + match[0].length;
    add(words[match[0]], match.index, done);
  }
  add(text.slice(done), done);
  return [kana, starts, ends];
}

// --- The engine --------------------------------------------------------------------------------

const FIELDS = { title: 3, said: 2, also: 1.5, text: 1, page: 0.5 };
const LONGEST_QUERY = 300;
const COVERED = 0.5;
const MEANT = 0.7;
const SHOWN = 10;
const EXCERPT = 110;

export class Engine {
  // `index` is what search/index.json holds; see hooks/guide/search_index.py.
  constructor(index) {
    this.readings = readingsOf(index.readings);
    this.pages = index.pages;
    this.sections = index.sections;
    this.synonyms = index.synonyms.map(([ours, ...readers]) => ({
      ours: terms(ours),
      readers: readers.map(foldedOf),
    }));
    this.vocabulary = new Set();
    this.plain = [];
    this.mini = new MiniSearch({
      fields: Object.keys(FIELDS),
      tokenize: (text) => this.termsOf(text),
      processTerm: (term) => term,
    });
    this.mini.addAll(this.sections.map(([page, , title, code, text, also, said], id) => (
      { id, title: `${title} ${code}`, said, also, text, page: this.pages[page][1] }
    )));
  }

  // What stands in a text, in its own characters and in kana.
  termsOf(text) {
    const found = [];
    eachTerm(text, (term) => found.push(term));
    if (this.readings) {
      const written = new Set(found);
      eachTerm(inKana(text, this.readings)[0], (term) => written.has(term) || found.push(term));
    }
    for (const term of found) this.vocabulary.add(term);
    return found;
  }

  // The sections that answer a query, best first: [{url, title, page, code, excerpt}, …]. An
  // excerpt and a title are lists of [text, whether it matches].
  search(query, count = SHOWN) {
    return this.find(query).slice(0, count).map((found) => this.shown(found));
  }

  find(query) {
    const asked = withoutGaps(query.slice(0, LONGEST_QUERY));
    const [meant, foreign] = this.meant(asked);
    // For each term that was typed, what it may be: itself, or known words that it was meant to be.
    const typed = new Map();
    for (const term of terms(asked)) if (!foreign.has(term)) typed.set(term, this.nearby(term));
    const near = [...typed.values()].flat();
    const last = [...typed.keys()].pop();
    const found = this.mini.search(asked, {
      tokenize: () => [...new Set([...typed.keys(), ...near, ...meant])],
      boost: FIELDS,
      boostTerm: (term) => (typed.has(term) ? 1 : MEANT),
      prefix: (term) => typed.has(term) && isWord(term) && (term.length > 3 || (term === last && term.length > 1)),
      fuzzy: (term) => typed.has(term) && this.mistakes(term),
    });
    const [code] = typed.size === 1 ? typed.keys() : [""];
    const phrase = lettersOf(asked);
    for (const one of found) {
      const matched = new Set(one.queryTerms);
      const covered = [...typed].filter((each) => each.flat().some((term) => matched.has(term))).length;
      one.score *= (COVERED + covered / (typed.size || 1)) * this.likeness(one.id, phrase);
      if (code && this.sections[one.id][3] === code) one.score = Infinity;
    }
    return found.sort((one, other) => other.score - one.score);
  }

  // How many letters of a word may be wrong: none if we know the word.
  mistakes(term) {
    if (!isWord(term) || this.vocabulary.has(term)) return false;
    return term.length > 7 ? 2 : term.length > 2 && 1;
  }

  // Known words that an unknown one may be: two letters the other way round, words run together.
  nearby(term) {
    if (!isWord(term) || this.vocabulary.has(term)) return [];
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

  // More than 1 if a section says just what was typed.
  likeness(id, phrase) {
    if (phrase.length < 3) return 1;
    const [lines, text] = this.letters(id);
    if (lines.includes(phrase)) return 2.5;
    if (lines.some((line) => line.includes(phrase))) return 1.5;
    return text.includes(phrase) ? 1.25 : 1;
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

  shown({ id, terms: matched }) {
    const [page, anchor, title, code, text, also] = this.sections[id];
    const wanted = new Set(matched);
    const spans = this.spans(text, wanted);
    const excerpt = spans.length || !also ? part(text, spans) : part(also, this.spans(also, wanted));
    return {
      url: `${this.pages[page][0]}#${anchor}`,
      title: marked(title, this.spans(title, wanted), 0, title.length),
      page: this.pages[page][1],
      code,
      excerpt,
    };
  }

  // Where a text has one of the terms: [start, end], in order, none over another.
  spans(text, wanted) {
    const found = [];
    eachTerm(text, (term, start, end) => wanted.has(term) && found.push([start, end]));
    if (this.readings) {
      const [kana, starts, ends] = inKana(text, this.readings);
      eachTerm(kana, (term, start, end) => wanted.has(term) && found.push([starts[start], ends[end - 1]]));
    }
    found.sort(([one], [other]) => one - other);
    const apart = [];
    for (const [start, end] of found) {
      const before = apart[apart.length - 1];
      if (before && start <= before[1]) before[1] = Math.max(before[1], end);
      else apart.push([start, end]);
    }
    return apart;
  }
}

function isWord(term) {
  return character([...term][0])[1] === "w" || character([...term][0])[1] === "h" || /^\d/.test(term);
}

// A number is read as one even if its digits stand apart: "3 0 4 6".
function withoutGaps(query) {
  return /^[\p{Nd}\s-]+$/u.test(query) ? query.replace(/[\s-]/g, "") : query;
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

// The part of a text with most matches.
function part(text, spans) {
  let best = 0;
  let most = -1;
  for (const [start] of spans) {
    const inside = spans.filter(([from, to]) => from >= start && to <= start + EXCERPT)
      .reduce((sum, [from, to]) => sum + to - from, 0);
    if (inside > most) [best, most] = [start, inside];
  }
  let from = Math.max(0, best - 20);
  if (from) from = text.indexOf(" ", from) + 1 && text.indexOf(" ", from) < best ? text.indexOf(" ", from) + 1 : from;
  const to = Math.min(text.length, from + EXCERPT);
  const found = marked(text, spans, from, to);
  if (from) found.unshift(["…", false]);
  if (to < text.length) found.push(["…", false]);
  return found;
}

function marked(text, spans, from, to) {
  const found = [];
  let done = from;
  for (const [start, end] of spans) {
    if (end <= from || start >= to) continue;
    if (start > done) found.push([text.slice(done, start), false]);
    found.push([text.slice(Math.max(start, from), Math.min(end, to)), true]);
    done = Math.min(end, to);
  }
  if (done < to) found.push([text.slice(done, to), false]);
  return found;
}
