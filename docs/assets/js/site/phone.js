// A reader whose iPhone is in another language than the page's says so once: menu paths, labels and
// drawings then say what that iPhone says. Kept in this browser only. Nothing is loaded before that.
// PHONES, what there is to choose from, is written before the site's scripts by the build.
const KEY = "guide-phone";
const note = document.querySelector(".drawings");
const page = PHONES.pages[document.querySelector(".saved").dataset.locale];
let undo = () => {};

function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

async function show(phone) {
  let say;
  if (phone !== page.phone) {
    const { labelsOf, sayAs } = await import("./phone_labels.js");
    const words = await labelsOf(phone);
    say = () => sayAs(document.querySelector("article"), words, page);
  }
  undo();
  undo = say?.() ?? (() => {});
}

function choice() {
  const select = document.createElement("select");
  for (const [phone, name] of Object.entries(PHONES.names)) {
    const option = new Option(name, phone);
    option.lang = phone;
    select.append(option);
  }
  const label = document.createElement("label");
  label.className = "ios-phone";
  label.append(page.choose, " ", select);
  select.addEventListener("change", async () => {
    try {
      localStorage.setItem(KEY, select.value);
    } catch {
      // Refused: the choice holds on this page.
    }
    await show(select.value).catch(() => {});
  });
  note.append(label);
  return select;
}

if (page) {
  const phone = chosen() in PHONES.names ? chosen() : page.phone;
  if (note && Object.keys(PHONES.names).length > 1) choice().value = phone;
  // Where its labels cannot be loaded, the page's own stay.
  show(phone).catch(() => {});
}
