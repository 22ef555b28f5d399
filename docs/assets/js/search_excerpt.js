// What of a section is shown under its title, and where it matches.
import { eachTerm, inKana } from "./search_terms.js";

const LENGTH = 110;

// Where a text has one of the terms: [start, end], in order, none over another.
export function spansOf(text, wanted, readings) {
  const found = [];
  eachTerm(text, (term, start, end) => wanted.has(term) && found.push([start, end]));
  if (readings) {
    const [kana, starts, ends] = inKana(text, readings);
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

// The part of a text with most matches.
export function part(text, spans) {
  let best = 0;
  let most = -1;
  for (const [start] of spans) {
    const inside = spans.filter(([from, to]) => from >= start && to <= start + LENGTH)
      .reduce((sum, [from, to]) => sum + to - from, 0);
    if (inside > most) [best, most] = [start, inside];
  }
  let from = Math.max(0, best - 20);
  if (from) from = text.indexOf(" ", from) + 1 && text.indexOf(" ", from) < best ? text.indexOf(" ", from) + 1 : from;
  const to = Math.min(text.length, from + LENGTH);
  const found = marked(text, spans, from, to);
  if (from) found.unshift(["…", false]);
  if (to < text.length) found.push(["…", false]);
  return found;
}

export function marked(text, spans, from, to) {
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
