// Keeps the step when the language is changed, and offers the reader's own language.

// The language that was chosen last, kept in this browser only; "" when an offer was closed.
const CHOSEN = "guide-language";

function chosen() {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
}

function choose(locale) {
  try {
    localStorage.setItem(CHOSEN, locale);
  } catch {
    // Private browsing may refuse; the page works without.
  }
}

// Not only at a tap: a middle click, or "open in a new tab", asks nobody.
function keepStep() {
  for (const link of document.querySelectorAll(".languages a[hreflang]")) link.hash = location.hash;
}

keepStep();
addEventListener("hashchange", keepStep);
for (const link of document.querySelectorAll(".languages a[hreflang]")) {
  link.addEventListener("click", () => choose(link.dataset.locale));
}

// The offer that fits a language of the browser: zh-HK is read in Traditional Chinese, a Brazilian's
// pt and a Portuguese's pt-PT in pt-BR, fil in tl.
function fitting(tag, locales) {
  const wanted = tag.replace(/^fil\b/, "tl").replace(/^zh-(Hant|HK|MO).*/i, "zh-TW");
  const same = (locale) => locale.toLowerCase() === wanted.toLowerCase();
  const own = wanted.split("-")[0];
  return locales.find(same) ?? locales.find((locale) => locale === own)
    ?? locales.find((locale) => locale.split("-")[0] === own);
}

const offers = new Map([...document.querySelectorAll("[data-offer]")].map((one) => [one.dataset.offer, one]));
if (offers.size) {
  const locales = [document.documentElement.lang, ...offers.keys()];
  const wanted = chosen() ?? navigator.languages.map((tag) => fitting(tag, locales)).find(Boolean);
  const offer = offers.get(wanted);
  if (offer) {
    offer.hidden = false;
    offer.querySelector("a").addEventListener("click", () => choose(wanted));
    offer.querySelector("button").addEventListener("click", () => {
      offer.hidden = true;
      choose("");
    });
  }
}
