// Every path shows the iOS version that was chosen last, kept in this browser only; before a choice
// that of the phone, as far as its browser says.
const KEY = "guide-ios";
const paths = [...document.querySelectorAll(".ios-path.tabbed-set")];
const tabsOf = (path) => [...path.querySelectorAll("input")];

function version() {
  let chosen;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // Refused: the choice holds on this page.
  }
  // Safari still says 18 on all that came after.
  return Number(chosen) || Number(navigator.userAgent.match(/iPhone OS (\d+)/)?.[1]) || Infinity;
}

function show(wanted) {
  for (const path of paths) {
    // Newest first; each says the newest version that it is for.
    const tabs = tabsOf(path);
    (tabs.filter((tab) => Number(tab.value) >= wanted).pop() ?? tabs[0]).checked = true;
  }
}

for (const path of paths) {
  path.addEventListener("change", ({ target }) => {
    const before = path.getBoundingClientRect().top;
    try {
      localStorage.setItem(KEY, target.value);
    } catch {
      // As above.
    }
    show(Number(target.value));
    // Those above may be longer or shorter now; this one stays where it was touched.
    scrollBy({ top: path.getBoundingClientRect().top - before, behavior: "instant" });
  });
}
show(version());
