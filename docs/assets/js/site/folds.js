// Opens the fold that a link leads into, where the browser does not do so by itself. A message that
// is tapped gets into the address: for whoever comes back to it, and for the other languages.
function open() {
  const place = document.getElementById(location.hash.slice(1));
  const fold = place?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  place.scrollIntoView();
}

function name(place) {
  history.replaceState(history.state, "", `#${place.id}`);
  // For site/language.js.
  dispatchEvent(new HashChangeEvent("hashchange"));
}

addEventListener("hashchange", open);
document.addEventListener("click", ({ target }) => {
  // A link to where one is already changes no address.
  if (target.closest("a")?.href === location.href) setTimeout(open);
  const place = target.closest(".message:not([open]) > summary")?.nextElementSibling;
  // Once it is open.
  if (place) setTimeout(name, 0, place);
});
open();
