// The words of an element as plain text: readings over kanji follow in brackets, and what only keeps
// lines together (hooks/guide/words/line_breaks.py) is left out.
export function words(element) {
  const copy = element.cloneNode(true);
  for (const reading of copy.querySelectorAll("rt")) {
    reading.prepend("(");
    reading.append(")");
  }
  return copy.textContent.replaceAll("\u2060", "");
}
