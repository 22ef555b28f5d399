// Shows the copy buttons where the browser can copy, and copies exactly what they carry.
const said = document.getElementById("said");
// By button: its own words, and until when it says something else.
const own = new WeakMap();
const timers = new WeakMap();

function say(button, words, done) {
  const text = button.querySelector(".copy__text");
  if (!own.has(button)) own.set(button, text.textContent);
  // A screen reader does not always say what changes within a button.
  text.textContent = said.textContent = words;
  button.classList.toggle("copy--done", done);
  clearTimeout(timers.get(button));
  timers.set(button, setTimeout(() => {
    text.textContent = own.get(button);
    said.textContent = "";
    button.classList.remove("copy--done");
  }, 2000));
}

function write({ copy, copyHtml }) {
  if (!copyHtml) return navigator.clipboard.writeText(copy);
  const blob = (type) => new Blob([copyHtml], { type });
  const parts = { "text/html": blob("text/html"), "text/plain": blob("text/plain") };
  return navigator.clipboard.write([new ClipboardItem(parts)]);
}

async function copy(button) {
  try {
    await write(button.dataset);
  } catch {
    say(button, said.dataset.refused, false);
    return;
  }
  say(button, button.dataset.done, true);
}

if (navigator.clipboard) {
  // Those without a text get one later, from another script, which then shows them.
  for (const button of document.querySelectorAll("button.copy[data-copy]")) button.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button.copy");
    if (button?.matches("[data-copy], [data-copy-html]")) copy(button);
  });
}
