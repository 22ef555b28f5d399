// Opens every fold for printing, where the browser cannot do it by style, and closes them again.
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("article details:not([open], .send)")];
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
