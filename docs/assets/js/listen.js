// Reads the shown step aloud, by a voice of the phone itself; where it has none, there is no button.
const button = document.querySelector(".fix__listen");
const page = document.documentElement.lang;
const words = { start: button.textContent, stop: button.dataset.stop };
// Folds, readings over kanji, the same label for other phones, what is there to tap.
const LEFT_OUT = ".fix-head, .fix-foot, .ios-also, details:not(.otherwise), button, a.step-code, rt, rp, [aria-hidden]";

function plain(tag) {
  return tag.replace("_", "-").toLowerCase().replace(/^fil\b/, "tl")
    .replace("zh-hans", "zh-cn").replace("zh-hant", "zh-tw");
}

// Not one that sends the text to a server. Cantonese is another language than zh-Hant is read in.
function voiceFor(lang) {
  const wanted = plain(lang);
  const own = speechSynthesis.getVoices()
    .filter((voice) => voice.localService && plain(voice.lang) !== "zh-hk");
  return own.find((voice) => plain(voice.lang) === wanted)
    ?? own.find((voice) => plain(voice.lang).split("-")[0] === wanted.split("-")[0]);
}

// The words of a step, a piece for each line and for each language in it.
function pieces(section) {
  const found = [];
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement: parent } = texts.currentNode;
    if (parent.closest(LEFT_OUT)) continue;
    const line = parent.closest("h2, h3, p, li, th, td") ?? section;
    const { lang } = parent.closest("[lang]");
    const last = found.at(-1);
    if (last?.line === line && (last.lang === lang || !data.trim())) last.text += data;
    else if (data.trim()) found.push({ line, lang, text: data });
  }
  return found;
}

function say({ text, lang }) {
  const speech = new SpeechSynthesisUtterance(text.replaceAll("\u2060", "").replace(/\s+/g, " ").trim());
  speech.voice = voiceFor(lang) ?? voiceFor(page);
  speech.lang = speech.voice.lang;
  speechSynthesis.speak(speech);
  return speech;
}

let last = null;

function stop() {
  last = null;
  speechSynthesis.cancel();
  button.textContent = words.start;
}

function start() {
  const section = [...document.querySelectorAll(".fix ~ section")].find((one) => one.offsetParent);
  last = pieces(section).map(say).at(-1);
  button.textContent = words.stop;
  const speech = last;
  speech.onend = speech.onerror = () => speech === last && stop();
}

function offer() {
  button.hidden = !voiceFor(page);
}

button.addEventListener("click", () => (last ? stop() : start()));
addEventListener("hashchange", stop);
addEventListener("pagehide", stop);
// Many browsers know their voices only after a while.
speechSynthesis.onvoiceschanged = offer;
offer();
