// From text to terms: what is written differently and meant the same becomes the same term.

// --- Characters --------------------------------------------------------------------------------

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
export function kindOf(folded) {
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
export function eachTerm(text, give) {
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

// Whether a term is a whole word or number, which may be cut short or mistyped.
export function isWord(term) {
  return /^[wnh]$/.test(kindOf(term));
}

export function foldedOf(text) {
  return [...text.normalize("NFKC")].map((char) => character(char)[0]).join("");
}

// Only the letters and digits of a text.
export function lettersOf(text) {
  return [...text.normalize("NFKC")].map((char) => character(char)).map(([folded, kind]) => (kind ? folded : "")).join("");
}

// The terms of a text as a reader types it.
export function terms(text) {
  const found = [];
  eachTerm(text.normalize("NFKC"), (term) => found.push(term));
  return found;
}

// --- Readings: kana that a reader types for kanji ----------------------------------------------

export function readingsOf(words) {
  const kanji = Object.keys(words ?? {}).sort((one, other) => other.length - one.length);
  return kanji.length ? { words, pattern: new RegExp(kanji.join("|"), "g") } : null;
}

// The text in kana, and for each of its characters where it stood: [kana, starts, ends].
export function inKana(text, { words, pattern }) {
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
