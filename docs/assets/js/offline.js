// Has the worker keep this page's language, and says when the page is a saved copy.
const ADDRESS = new URL("../../worker.js", import.meta.url).href;
const PAUSE = 10_000;

const notice = document.querySelector(".saved");
const locale = notice.dataset.locale;
const [offline, updated] = notice.querySelectorAll("p");
const words = offline.textContent;

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

async function ask(keep) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    active.postMessage({ locale, keep }, [port2]);
  });
}

function show(found) {
  const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  offline.hidden = found.reached || !found.saved;
  if (!offline.hidden) offline.textContent = words.replace("{date}", written.format(found.saved));
  updated.hidden = !found.updated;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

// Asks first, so that a notice does not wait for a download; then until all of it is kept.
async function keep() {
  await register();
  const sparing = Boolean(navigator.connection?.saveData);
  let found = await ask(false);
  show(found);
  while (!found.reached || !(found.complete || sparing)) {
    if (!found.reached) await pause();
    found = await ask(!sparing);
    show(found);
    if (found.reached && !found.complete) await pause();
  }
}

updated.querySelector("button").addEventListener("click", () => location.reload());

// After the page itself: on a bad line it needs the network for its own.
function start() {
  const idle = self.requestIdleCallback ?? setTimeout;
  idle(() => keep().catch(() => {}));
}

if (navigator.serviceWorker) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
