// Keeps the step when the language is changed, and keeps Material from treating the other
// languages' addresses as sites of their own (it would ask each for a sitemap.xml).
for (const link of document.querySelectorAll("head link[rel=alternate][hreflang]")) link.remove();

const menu = document.querySelector(".languages");
for (const link of menu.querySelectorAll("a[hreflang]")) {
  link.addEventListener("click", () => { link.hash = location.hash; });
}

document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
