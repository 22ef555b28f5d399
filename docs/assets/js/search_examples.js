// What a query is like: of all that readers type, and where the guide answers it, what is nearest.
// Touches no page.
//
// Texts are compared by their pieces: of each word, with a blank at both ends, all runs of so many letters.
// That needs no dictionary in any language and forgives letters that are wrong.
import { foldedOf } from "./search_terms.js";

// So long are the pieces that tell which example is like a query, and those that tell whether the guide has it.
const LIKE = [1, 3];
const OURS = [3, 5];
// How much more the nearest examples count than those that are less alike, and what counts as nothing.
const NEARER = 12;
const NOTHING = 20;
// As if each piece had been seen so often in either kind, so that one seen once does not decide.
const SEEN = 0.3;
// So many examples are read in one go, so that typing goes on.
const CHUNK = 200;

export class Examples {
  constructor() {
    // Of each example its section, or null if the guide has no answer to it.
    this.sections = [];
    this.holders = new Map();
    this.seen = new Map();
    this.kinds = [0, 0];
  }

  // Ready to compare with. `examples` are lists of queries, one for each section, `notHere` are those that the
  // guide has no answer to.
  static async from(examples, notHere) {
    const made = new Examples();
    const all = [
      ...examples.flatMap((queries, section) => queries.map((query) => [section, query])),
      ...notHere.map((query) => [null, query]),
    ];
    for (let at = 0; at < all.length; at += CHUNK) {
      if (at) await new Promise((done) => setTimeout(done));
      all.slice(at, at + CHUNK).forEach(([section, query]) => made.read(section, foldedOf(query)));
    }
    made.lengths = made.sections.map(() => 0);
    for (const holders of made.holders.values()) {
      for (const one of holders) made.lengths[one] += made.weight(holders);
    }
    return made;
  }

  read(section, query) {
    const kind = Number(section === null);
    this.kinds[kind] += 1;
    for (const piece of pieces(query, OURS)) {
      const counts = this.seen.get(piece) ?? [0, 0];
      counts[kind] += 1;
      this.seen.set(piece, counts);
    }
    for (const piece of pieces(query, LIKE)) {
      const holders = this.holders.get(piece) ?? [];
      holders.push(this.sections.length);
      this.holders.set(piece, holders);
    }
    this.sections.push(section);
  }

  // A piece that few examples have says more of what is meant.
  weight(holders) {
    return (1 + Math.log(this.sections.length / holders.length)) ** 2;
  }

  // What the examples say of a query: `near`, how near each section is, by its number, 1 if nothing is like it;
  // `nearest`, the most of them; `elsewhere`, from 0 to 1, how like it is to what the guide does not have;
  // `isOurs`.
  like(query) {
    const folded = foldedOf(query);
    const sums = new Map();
    let elsewhere = 0;
    this.likeness(folded).forEach((likeness, one) => {
      const section = this.sections[one];
      if (section === null) elsewhere = Math.max(elsewhere, likeness);
      else if (likeness) sums.set(section, (sums.get(section) ?? NOTHING) + Math.exp(NEARER * likeness));
    });
    const near = new Map([...sums].map(([section, sum]) => [section, sum / NOTHING]));
    return { near, nearest: Math.max(1, ...near.values()), elsewhere, isOurs: this.isOurs(folded) };
  }

  // Of each example, how like it is to a query: the cosine of their pieces.
  likeness(folded) {
    const shared = this.lengths.map(() => 0);
    let own = 0;
    for (const piece of pieces(folded, LIKE)) {
      const holders = this.holders.get(piece) ?? [];
      const weight = this.weight(holders.length ? holders : [null]);
      own += weight;
      for (const one of holders) shared[one] += weight;
    }
    return shared.map((sum, one) => sum && sum / Math.sqrt(own * this.lengths[one]));
  }

  // Above 0 if a query is more like what the guide answers, below 0 if it is more like what it does not have
  // (naive Bayes; less than in proportion to the length, since pieces of one word come together).
  isOurs(folded) {
    const found = [...pieces(folded, OURS)].map((piece) => this.seen.get(piece)).filter(Boolean);
    const share = (count, kind) => Math.log((count + SEEN) / (this.kinds[kind] + 2 * SEEN));
    const sum = found.reduce((all, [here, notHere]) => all + share(here, 0) - share(notHere, 1), 0);
    return sum / Math.sqrt(found.length || 1);
  }
}

function pieces(text, [shortest, longest]) {
  const found = new Set();
  for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    if (!word) continue;
    const letters = ` ${word} `;
    for (let length = shortest; length <= longest; length += 1) {
      for (let at = 0; at + length <= letters.length; at += 1) found.add(letters.slice(at, at + length));
    }
  }
  found.delete(" ");
  return found;
}
