// Shows the search button; the search itself is loaded when somebody opens it.
const button = document.querySelector(".search-open");
const dialog = document.querySelector("dialog.search");

async function open() {
  try {
    const { openSearch } = await import("./search.js");
    await openSearch(dialog, button);
  } catch {
    // Not loaded: the dialog says so by itself, with a way on.
    dialog.querySelector(".search__failed").hidden = false;
    if (!dialog.open) dialog.showModal?.();
  }
}

if (button && dialog) {
  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}
