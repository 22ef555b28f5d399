// Keeps the guide for when there is no network: each language that was opened, whole.
//
// offline/<locale>.json lists the files of a language with their hashes; all lists of one build have
// the same version. What is kept is in two caches:
//   guide-files  each file by its address and hash; one whose hash is wrong never gets in
//   guide-state  current    the version in use, with its lists: {version, lists: {<locale>: {…}}}
//                previous   the one before it, for pages that are still open
//                checked    the newest version that the server had, and when current was the newest
//                page/<id>  the version that an open page is of
const ROOT = new URL("./", location.href).href;
const LIST_SECONDS = 15;
const FILE_SECONDS = 60;
const PAGE_SECONDS = 8; // where a copy of the page is at hand
const TURN_SECONDS = 20; // browsers stop a worker that is busy for long; the page asks again

// From the copy at once. From the network where the copy is known to be out of date, and for step
// pages, which have no script that could say so.
async function openPage(event, path) {
  const current = await read("current");
  const saved = await savedFile(current, path);
  if (!saved) return openOther(event.request, path, current);
  const isStep = path.startsWith("s/");
  if (isStep || !(await isNewest(current))) {
    try {
      return (await get(path, PAGE_SECONDS, "high")).response;
    } catch {
      // The copy, then; it says that it is one.
    }
  }
  // Safari 15 has the older name.
  await write(`page/${event.resultingClientId || event.targetClientId}`, current.version);
  return isStep ? withNotice(saved, current.lists) : saved;
}

async function withNotice(page, lists) {
  const { date } = await read("checked");
  const notices = Object.values(lists).map(({ lang, notice }) => {
    const day = new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(date);
    return `<p role="status" lang="${lang}">${notice.replace("{date}", day)}</p>`;
  });
  const html = (await page.text()).replace("<main>", `${notices.join("")}<main>`);
  return new Response(html, { headers: page.headers });
}

async function openOther(request, path, current) {
  if (hashOf(current, `${path}/`)) return Response.redirect(`${ROOT}${path}/${new URL(request.url).search}`);
  try {
    return await fetch(request);
  } catch (error) {
    // Instead of the browser's error page, the first page of a language that is kept.
    if (!current || !/(^|\/)$/.test(path)) throw error;
    return Response.redirect(ROOT + Object.values(current.lists)[0].files[0][0]);
  }
}

// A style, script or data file: of the same version as its page.
async function openPart(event, path) {
  const version = await versionOf(event.clientId);
  const saved = await savedFile(version, path);
  if (saved) {
    if (event.resultingClientId) await write(`page/${event.resultingClientId}`, version.version);
    return saved;
  }
  try {
    return await fetch(event.request);
  } catch (error) {
    // On the first visit the page came from the network, and its version has been kept since.
    const current = await read("current");
    const same = !version && (await isNewest(current)) && (await savedFile(current, path));
    if (same) return same;
    throw error;
  }
}

// Says how things are; then downloads for one turn, if asked to, and says what has become of it.
async function answer({ data: { locale, keep }, source, ports: [port] }) {
  const list = await check(locale);
  const before = await report(list, locale, source.id);
  const work = keep && list && !before.complete;
  port.postMessage({ ...before, done: !work });
  if (!work) return;
  // Two pages at once must not download twice.
  downloads = downloads.then(() => download(locale, list)).catch(() => {});
  await downloads;
  port.postMessage({ ...(await report(list, locale, source.id)), done: true });
}
let downloads = Promise.resolve();

async function report(list, locale, page) {
  const current = await read("current");
  const own = await versionOf(page);
  const files = own?.lists[locale]?.files;
  return {
    reached: Boolean(list),
    complete: Boolean(list && current?.version === list.version && current.lists[locale]),
    // Where the page is from the copy: of when that is, and whether the server has another one.
    saved: own ? (await read("checked")).date : null,
    updated: Boolean(list && files && JSON.stringify(files) !== JSON.stringify(list.files)),
  };
}

// The list on the server; nothing where it cannot be had.
async function getList(locale) {
  try {
    const { response } = await get(`offline/${locale}.json`, LIST_SECONDS);
    const list = await response.json();
    return list.version && Array.isArray(list.files) ? list : null;
  } catch {
    return null;
  }
}

async function check(locale) {
  const list = await getList(locale);
  if (list) {
    const isCurrent = (await read("current"))?.version === list.version;
    const date = isCurrent ? Date.now() : (await read("checked"))?.date;
    await write("checked", { newest: list.version, date });
  }
  return list;
}

// Gets what is missing, and changes to the new version when all of it is here.
async function download(locale, list) {
  const { version } = list;
  const current = await read("current");
  const lists = { ...(current?.version === version && current.lists), [locale]: list };
  for (const other of Object.keys(current?.lists ?? {})) {
    if (other in lists) continue;
    lists[other] = await getList(other);
    if (lists[other]?.version !== version) return; // the server is being updated at this moment
  }
  const cache = await caches.open("guide-files");
  const here = new Set((await cache.keys()).map((request) => request.url));
  const end = Date.now() + TURN_SECONDS * 1000;
  let missing = 0;
  for (const [path, hash] of filesOf({ lists })) {
    if (here.has(key(path, hash))) continue;
    if (Date.now() < end && (await keepFile(cache, path, hash))) here.add(key(path, hash));
    else missing += 1;
  }
  if (missing) return;
  if (current && current.version !== version) await write("previous", current);
  await write("current", { version, lists });
  await write("checked", { newest: version, date: Date.now() });
  await tidy(cache, here);
}

async function keepFile(cache, path, hash) {
  try {
    const { bytes, response } = await get(path, FILE_SECONDS);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if ([...digest.slice(0, 8)].map((one) => one.toString(16).padStart(2, "0")).join("") !== hash) return false;
    await cache.put(key(path, hash), response);
    return true;
  } catch {
    return false;
  }
}

// Drops the files of older versions and the marks of pages that were closed.
async function tidy(cache, here) {
  const kept = [await read("current"), await read("previous")].flatMap(filesOf);
  const needed = new Set(kept.map(([path, hash]) => key(path, hash)));
  for (const url of here) if (!needed.has(url)) await cache.delete(url);
  const state = await caches.open("guide-state");
  for (const { url } of await state.keys()) {
    const [, id] = url.match(/\/page\/(.*)$/) ?? [];
    if (id && !(await clients.get(id))) await state.delete(url);
  }
}

// A whole answer from the server itself, in time. A redirect is none: it leads to a sign-in page.
async function get(path, seconds, priority = "low") {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), seconds * 1000);
  const options = { cache: "no-cache", redirect: "error", priority, signal: stop.signal };
  const answer = await fetch(ROOT + path, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return { bytes, response: new Response(bytes, { headers }) };
}

async function versionOf(page) {
  const name = await read(`page/${page}`);
  const kept = name ? [await read("current"), await read("previous")] : [];
  return kept.find((one) => one?.version === name);
}

async function isNewest(version) {
  return version && (await read("checked")).newest === version.version;
}

const filesOf = (version) => Object.values(version?.lists ?? {}).flatMap(({ files }) => files);
const hashOf = (version, path) => filesOf(version).find(([one]) => one === path)?.[1];

async function savedFile(version, path) {
  const hash = hashOf(version, path);
  return hash && (await caches.open("guide-files")).match(key(path, hash));
}

const key = (path, hash) => `${ROOT}${path}?${hash}`;

async function read(name) {
  return (await (await caches.open("guide-state")).match(ROOT + name))?.json();
}

async function write(name, value) {
  await (await caches.open("guide-state")).put(ROOT + name, new Response(JSON.stringify(value)));
}

// At the end: half a worker, from a connection that broke off, does nothing at all.
addEventListener("message", (event) => event.waitUntil(answer(event)));
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT)) return;
  const path = url.slice(ROOT.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$/, "$1");
  event.respondWith(mode === "navigate" ? openPage(event, path) : openPart(event, path));
});
