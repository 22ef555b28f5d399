// Shows the copy buttons where the browser can copy, and copies exactly what they carry.
const said = document.getElementById("said");

async function copy(button) {
  const text = button.querySelector(".copy__text");
  const before = text.textContent;
  await navigator.clipboard.writeText(button.dataset.copy);
  text.textContent = button.dataset.done;
  button.classList.add("copy--done");
  // A screen reader does not always say what changes within a button.
  said.textContent = button.dataset.done;
  setTimeout(() => {
    text.textContent = before;
    said.textContent = "";
    button.classList.remove("copy--done");
  }, 2000);
}

if (navigator.clipboard) {
  // Those without a text get one later, from another script, which then shows them.
  for (const button of document.querySelectorAll("button.copy[data-copy]")) button.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button.copy[data-copy]");
    if (button) copy(button);
  });
}
