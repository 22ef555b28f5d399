// Has the worker keep this page's language, and says when the page is a saved copy.
const ADDRESS = new URL("../../../worker.js", import.meta.url).href;
const PAUSE = 5000;

const notice = document.querySelector(".saved");
const { locale } = notice.dataset;
const [offline, updated] = notice.querySelectorAll("p");
const said = offline.querySelector("span");
const words = said.textContent;

function register() {
  const policy = self.trustedTypes?.createPolicy("guide-worker", {
    createScriptURL(address) {
      if (address !== ADDRESS) throw new TypeError(address);
      return address;
    },
  });
  const address = policy ? policy.createScriptURL(ADDRESS) : ADDRESS;
  return navigator.serviceWorker.register(address, { updateViaCache: "none" });
}

// The worker answers at once how things are, and once more after a turn of downloading.
async function ask(keep) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      show(data);
      if (data.done) resolve(data);
    };
    active.postMessage({ locale, keep }, [port2]);
  });
}

function show(found) {
  const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  offline.hidden = found.reached || !found.saved;
  if (!offline.hidden) said.textContent = words.replace("{date}", written.format(found.saved));
  updated.hidden = !found.updated;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

async function keep() {
  const sparing = Boolean(navigator.connection?.saveData);
  while ((await ask(!sparing)).more) await pause();
}

updated.querySelector("button").addEventListener("click", () => location.reload());

// After the page itself: on a bad line it needs the network for its own.
function start() {
  const idle = self.requestIdleCallback ?? ((work) => setTimeout(work));
  const begin = () => {
    // Not waited for: where a worker is at work already, a look for a newer one may take its time.
    register().catch(() => {});
    keep();
    addEventListener("online", keep);
  };
  // A tab that draws nothing may never be idle.
  idle(begin, { timeout: 1000 });
}

if (navigator.serviceWorker) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
