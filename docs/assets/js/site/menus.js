// Material's name for a page whose scripts run.
document.documentElement.classList.replace("no-js", "js");

// Closes the menus of the bar as one expects: by a tap or the focus going elsewhere,
// by Escape, by choosing.
const menus = document.querySelectorAll(".bar details");

document.addEventListener("click", ({ target }) => {
  for (const menu of menus) {
    if (!menu.contains(target) || target.closest("a")) menu.open = false;
  }
});
document.addEventListener("focusin", ({ target }) => {
  for (const menu of menus) if (!menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  for (const menu of menus) {
    if (key !== "Escape" || !menu.open) continue;
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
