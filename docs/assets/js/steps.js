// Beside each step: keeps what was tried, and gets the texts that an agent sends.
import { connect } from "./tried.js";

// The fold says the result that was chosen, in the words of its choice, readings and all.
function say() {
  for (const fold of document.querySelectorAll(".result")) {
    const chosen = fold.querySelector("input:checked");
    const words = chosen.value === "0" ? [] : chosen.nextElementSibling.cloneNode(true).childNodes;
    fold.querySelector("b").replaceChildren(...words);
    fold.hidden = false;
  }
}

connect(document, say);
say();

function offer(button, text) {
  button.dataset.copy = text;
  button.hidden = !navigator.clipboard;
}

const buttons = document.querySelector("#send").content;

async function prepare(fold) {
  if (!fold.querySelector("output")) fold.append(buttons.cloneNode(true));
  const link = fold.querySelector("a").href;
  const button = (what) => fold.querySelector(`[data-send=${what}]`);
  offer(button("link"), link);
  const said = fold.querySelector("output");
  said.textContent = "";
  try {
    const answer = await fetch(new URL("messages.json", link));
    const texts = (await answer.json())[new URL(link).hash.slice(1)];
    offer(button("ticket"), texts.ticket);
    offer(button("sms"), texts.sms);
  } catch {
    said.textContent = said.dataset.failed;
  }
}

for (const fold of document.querySelectorAll(".send")) {
  fold.addEventListener("toggle", () => fold.open && prepare(fold));
}
