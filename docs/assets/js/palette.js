// The switch between light, dark and what the device has; the choice is kept in this browser only.
const CHOSEN = "guide-palette";
const root = document.documentElement;
const palette = document.querySelector(".palette");
const choices = [...palette.querySelectorAll("input")];
// By its element: the colour of the browser's own bar, as built.
const bars = new Map([...document.querySelectorAll("meta[name=theme-color]")].map((one) => [one, one.content]));

function show(scheme) {
  if (scheme === "auto") delete root.dataset.mdColorScheme;
  else root.dataset.mdColorScheme = scheme;
  const colour = getComputedStyle(root).getPropertyValue("--md-primary-fg-color").trim();
  for (const [bar, own] of bars) bar.content = scheme === "auto" ? own : colour;
}

const device = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
const now = root.dataset.mdColorScheme ?? (choices.some(({ value }) => value === "auto") ? "auto" : device);
for (const choice of choices) {
  choice.checked = choice.value === now;
  choice.addEventListener("change", () => {
    show(choice.value);
    try {
      localStorage.setItem(CHOSEN, choice.value);
    } catch {
      // Private browsing may refuse; the choice holds for this page.
    }
  });
}
show(now);
palette.hidden = false;
