// What was tried: kept in this browser only, and as a row of digits that can be read aloud.
// A result is 1 (helped), 2 (no change) or 3 (could not do it); results are {code: result}.
const KEY = "guide-tried";

// Where the browser keeps nothing: the marks as long as the page is open.
let here = null;

// The codes of steps that were withdrawn, with the step on this page that they count for.
export function successors() {
  const found = {};
  for (const step of document.querySelectorAll("[data-former]")) {
    for (const code of step.dataset.former.split(" ")) found[code] = step.dataset.for ?? step.id;
  }
  return found;
}

// Of several marks that count for one step, that it helped stands first; then that something of it
// could not be done.
function joined(results, moved) {
  const found = {};
  for (const [old, result] of Object.entries(results)) {
    const code = moved[old] ?? old;
    const rank = (one) => [1, 3, 2].indexOf(one);
    if (!(code in found) || rank(result) < rank(found[code])) found[code] = result;
  }
  return found;
}

// Only what can be a mark: other scripts or a damaged profile may have left something else.
export function read() {
  if (here) return { ...here };
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(KEY));
  } catch {
    // Refused, or no JSON.
  }
  const marks = Object.entries(kept ?? {}).filter(([code, result]) => (
    /^\d{4}$/.test(code) && [1, 2, 3].includes(result)
  ));
  return joined(Object.fromEntries(marks), successors());
}

export function write(code, result) {
  const results = read();
  if (result) results[code] = result;
  else delete results[code];
  try {
    localStorage.setItem(KEY, JSON.stringify(results));
    here = null;
  } catch {
    here = results;
  }
}

// Whether marks are there when the page is opened again: private browsing and full storage refuse.
export function keeps() {
  if (here) return false;
  try {
    localStorage.setItem(`${KEY}-try`, "1");
    localStorage.removeItem(`${KEY}-try`);
    return true;
  } catch {
    return false;
  }
}

export function erase() {
  here = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is nothing then.
  }
}

// Four digits a step, its code without the check digit and then the result; at the end two check
// digits over all (ISO 7064 MOD 97-10, as in bank account numbers).
export function encode(results) {
  const body = Object.keys(results).sort().map((code) => code.slice(0, 3) + results[code]).join("");
  return body && body + String(98 - remainder(body + "00")).padStart(2, "0");
}

// The results that a row of digits stands for, or null where it was misread. `moved` are withdrawn
// codes, each with the step that it counts for.
export function decode(digits, codes, moved = {}) {
  if (digits.length < 6 || digits.length % 4 !== 2 || remainder(digits) !== 1) return null;
  const issued = [...codes, ...Object.keys(moved)];
  const results = {};
  for (const group of digits.slice(0, -2).match(/.{4}/g)) {
    const code = issued.find((one) => one.startsWith(group.slice(0, 3)));
    const result = Number(group[3]);
    if (!code || result < 1 || result > 3 || code in results) return null;
    results[code] = result;
  }
  return joined(results, moved);
}

function remainder(digits) {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

// Sets the choices of results under a part of the page and keeps what is chosen.
export function connect(root, changed = () => {}) {
  const results = read();
  for (const choice of root.querySelectorAll(".tried")) {
    const code = choice.dataset.tried;
    for (const input of choice.querySelectorAll("input")) {
      input.checked = Number(input.value) === (results[code] || 0);
      input.addEventListener("change", () => {
        write(code, Number(input.value));
        changed();
      });
    }
  }
}
