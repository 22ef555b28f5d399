// The support desk's page: shows what needs a script, and loads it when somebody begins.
const desk = document.querySelector(".desk");
const form = document.querySelector("form.digits");
const failed = desk.querySelector(".desk__failed");
const tool = () => import("./desk_tool.js");
let begun = false;

async function begin() {
  if (begun) return;
  begun = true;
  try {
    await (await tool()).load();
    failed.hidden = true;
  } catch {
    failed.hidden = false;
    begun = false; // the next touch tries again
  }
}

async function readDigits(event) {
  event.preventDefault();
  const said = form.querySelector("[role=status]");
  said.textContent = ""; // so that the same answer is announced again
  try {
    (await tool()).readDigits(form);
  } catch {
    said.textContent = failed.textContent;
  }
}

desk.querySelector(".desk__filters").hidden = false;
desk.querySelector(".desk__reply").hidden = false;
for (const input of desk.querySelectorAll("li[data-for] input")) input.hidden = false;
for (const touch of ["pointerdown", "focusin", "input"]) desk.addEventListener(touch, begin);
// On a PC every chapter stands open (overrides/css/desk.css); here a screen reader learns of it.
if (matchMedia("(min-width: 48em)").matches) {
  for (const chapter of desk.querySelectorAll(".desk__chapter")) {
    chapter.open = true;
    chapter.querySelector("summary").tabIndex = -1;
  }
}
form.hidden = false;
form.addEventListener("focusin", tool, { once: true });
form.addEventListener("submit", readDigits);
// The browser may have kept what was chosen before the page was loaded again.
const filters = [...desk.querySelectorAll("[data-topic], input[type=search]")];
if (desk.querySelector("li[data-for] input:checked") || filters.some(({ value }) => value)) begin();
