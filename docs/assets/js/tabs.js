// Choosing a tab chooses those of its name in all sets of the page (`content.tabs.link`).
const inputs = document.querySelectorAll("[data-tabs] > input");
const name = (input) => input.labels[0].textContent.trim();

for (const input of inputs) {
  input.addEventListener("change", () => {
    const before = input.labels[0].getBoundingClientRect().top;
    for (const other of inputs) if (name(other) === name(input)) other.checked = true;
    // What a set above shows may be longer or shorter: the tab stays under the finger.
    scrollBy({ top: input.labels[0].getBoundingClientRect().top - before, behavior: "instant" });
  });
}
