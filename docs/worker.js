// Keeps the guide for when there is no network: each language that was opened, whole.
//
// offline/<locale>.json lists the files of a language with their hashes; all lists of one build have
// the same version. What is kept is in two caches, named after this site's own folder:
//   guide-files  each file by its address and hash; one whose hash is wrong never gets in
//   guide-state  current    the version in use, with its lists: {version, lists: {<locale>: {…}}}
//                previous   the one before it, for pages that are still open
//                checked    the newest version that the server had, and when current was the newest
//                page/<id>  the version that an open page is of
// Storage can fail anywhere: what cannot be read counts as not there, and the network answers.
const ROOT = new URL("./", location.href).href;
const LIST_SECONDS = 15;
const FILE_SECONDS = 60;
const PAGE_SECONDS = 8; // where a copy of the page is at hand
const TURN_SECONDS = 20; // browsers stop a worker that is busy for long; the page asks again
const FAILURES = 5; // in a row: no line, no room, or something on the way that changes the files
const OPENED = 10; // a page that is being opened cannot be told from one that was closed
const OWN = "default-src 'none'"; // in every page of this site, and in no sign-in page

async function openPage(event, path) {
  const saved = await savedPage(event, path).catch(() => null);
  if (saved) return saved;
  try {
    return await fetch(event.request);
  } catch (error) {
    const instead = await savedInstead(path);
    if (instead) return instead;
    throw error;
  }
}

// From the copy at once. From the network where the copy is known to be out of date, and for step
// pages, which have no script that could say so.
async function savedPage(event, path) {
  const current = await readVersion("current");
  const saved = await savedFile(current, path);
  if (!saved) return savedFolder(event, path, current);
  const isStep = path.startsWith("s/");
  const newer = (isStep || !(await isNewest(current))) && (await newPage(path));
  if (newer) return newer;
  if (isStep) return withNotice(saved, current);
  // Safari 15 has the older name.
  await markPage(event, event.resultingClientId || event.targetClientId, current);
  return saved;
}

async function savedFolder({ request }, path, current) {
  const { search } = new URL(request.url);
  return (await savedFile(current, `${path}/`)) && Response.redirect(`${ROOT}${path}/${search}`);
}

// What this site has there now, even if only that the page is gone. Nothing from a sign-in page.
async function newPage(path) {
  try {
    const { bytes, response } = await get(path, PAGE_SECONDS, "high");
    return new TextDecoder().decode(bytes).includes(OWN) && response;
  } catch {
    return null;
  }
}

async function withNotice(page, current) {
  const date = await newestDate(current);
  const notices = Object.values(current.lists).map(({ lang, notice }) => {
    const day = new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(date);
    return `<p role="status" lang="${lang}">${notice.replace("{date}", day)}</p>`;
  });
  const html = (await page.text()).replace("<main>", `${notices.join("")}<main>`);
  return new Response(html, { headers: page.headers });
}

// Instead of the browser's error page, the same page of a language that is kept, or its first page.
async function savedInstead(path) {
  if (!/(^|\/)$/.test(path)) return null;
  const current = await readVersion("current");
  const page = path.replace(/^[a-z]{2}(-[A-Za-z]+)?\//, "");
  for (const wanted of [page, ""]) {
    for (const { files } of listsIn(current)) {
      const address = files[0][0] + wanted;
      if (await savedFile(current, address)) return Response.redirect(ROOT + address);
    }
  }
  return null;
}

// A style, script or data file: of the same version as its page.
async function openPart(event, path) {
  const version = await versionOf(event.clientId);
  const saved = await savedFile(version, path);
  if (saved) {
    if (event.resultingClientId) await markPage(event, event.resultingClientId, version);
    return saved;
  }
  const answer = await fetch(event.request).catch(() => Response.error());
  const isPage = answer.redirected || answer.headers.get("content-type")?.startsWith("text/html");
  if (answer.ok && !isPage) return answer;
  // On the first visit the page came from the network, and its version has been kept since.
  const current = version ? null : await readVersion("current");
  return ((await isNewest(current)) && (await savedFile(current, path))) || answer;
}

// Says how things are; then downloads for one turn, if asked to, and says what has become of it.
async function answer({ data: { locale, keep }, source, ports: [port] }) {
  const list = await check(locale);
  const before = await report(list, locale, source.id);
  const work = keep && list && !before.complete;
  port.postMessage({ ...before, done: !work });
  if (!work) return;
  // Two pages at once must not download twice.
  downloads = downloads.then(() => download(locale, list)).catch(() => 0);
  const kept = await downloads;
  const after = await report(list, locale, source.id);
  // A turn that kept no new file is the last of a visit: the next one would keep none either.
  port.postMessage({ ...after, done: true, more: kept > 0 && !after.complete });
}
let downloads = Promise.resolve();

async function report(list, locale, page) {
  const current = await readVersion("current");
  const own = await versionOf(page);
  const files = own?.lists[locale]?.files;
  const isCurrent = list && current?.version === list.version && current.lists[locale];
  return {
    reached: Boolean(list),
    complete: Boolean(isCurrent) && (await missingOf(current)).length === 0,
    // Where the page is from the copy: of when that is, and whether the server has another one.
    saved: own ? await newestDate(current) : null,
    updated: Boolean(list && files && JSON.stringify(files) !== JSON.stringify(list.files)),
  };
}

// The list on the server, with the server's date, since a phone's clock may be wrong. {gone: true}
// where the site no longer has the language; null where this site did not answer.
async function getList(locale) {
  try {
    const { response } = await get(`offline/${locale}.json`, LIST_SECONDS);
    if (response.status === 404 || response.status === 410) return { gone: true };
    const list = await response.json();
    const date = Date.parse(response.headers.get("date")) || Date.now();
    return list.version && isList(list) ? { ...list, date } : null;
  } catch {
    return null;
  }
}

async function check(locale) {
  const list = await getList(locale);
  if (!list) return null;
  const current = await readVersion("current");
  const date = current?.version === list.version ? list.date : await newestDate(current);
  // Where there is no room to say what is newest, pages come from the network.
  await write("checked", { newest: list.version, date }).catch(() => drop("checked")).catch(() => {});
  return list.gone ? null : list;
}

// Gets what is missing, and changes to the new version when all of it is here.
// Returns how many files it has newly kept.
async function download(locale, list) {
  const { version } = list;
  const current = await readVersion("current");
  const lists = await listsOf(list, locale, current);
  if (!lists) return 0;
  await tidy([current, await readVersion("previous"), { lists }]);
  const missing = await missingOf({ lists });
  const kept = await keepFiles(missing);
  if (kept < missing.length) return kept;
  if (current && current.version !== version) await write("previous", current);
  await write("current", { version, lists });
  await write("checked", { newest: version, date: list.date });
  await tidy([{ lists }, await readVersion("previous")]);
  return kept;
}

// The lists of one version: this one, and those of the other languages that are kept.
async function listsOf(list, locale, current) {
  const lists = { ...(current?.version === list.version && current.lists), [locale]: list };
  for (const other of Object.keys(current?.lists ?? {})) {
    if (other in lists) continue;
    const found = await getList(other);
    if (found?.gone) continue;
    if (found?.version !== list.version) return null; // the server is being updated at this moment
    lists[other] = found;
  }
  return lists;
}

async function keepFiles(files) {
  const end = Date.now() + TURN_SECONDS * 1000;
  let kept = 0;
  let failures = 0;
  for (const [path, hash] of files) {
    if (Date.now() > end || failures === FAILURES) break;
    const isKept = await keepFile(path, hash).catch(() => false);
    kept += isKept;
    failures = isKept ? 0 : failures + 1;
  }
  return kept;
}

async function keepFile(path, hash) {
  const { bytes, response } = await get(path, FILE_SECONDS);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if ([...digest.slice(0, 8)].map((one) => one.toString(16).padStart(2, "0")).join("") !== hash) return false;
  await (await open("guide-files")).put(key(path, hash), response);
  return true;
}

// Drops the files of all versions but these.
async function tidy(versions) {
  const needed = new Set(versions.flatMap(filesOf).map(([path, hash]) => key(path, hash)));
  const cache = await open("guide-files");
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
}

// Remembers of which version a page is, and forgets pages that were closed.
async function markPage(event, id, { version }) {
  opened.set(id, version);
  await write(`page/${id}`, version).catch(() => {});
  event.waitUntil(forgetPages().catch(() => {}));
}

const opened = new Map(); // where there is no room to write it

async function forgetPages() {
  const keys = await (await open("guide-state")).keys();
  const ids = keys.flatMap(({ url }) => url.split(`${ROOT}page/`)[1] ?? []);
  for (const id of ids.slice(0, -OPENED)) if (!(await clients.get(id))) await drop(`page/${id}`);
}

// A whole answer of any status, in time. A redirect is none: it leads to a sign-in page.
async function get(path, seconds, priority = "low") {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), seconds * 1000);
  const options = { cache: "no-cache", redirect: "error", priority, signal: stop.signal };
  const answer = await fetch(ROOT + path, options);
  const bytes = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  // A page has its policy in itself: a server's may be that of the version before.
  const dropped = ["content-encoding", "content-length", "content-security-policy", "vary"];
  for (const name of dropped) headers.delete(name);
  return { bytes, response: new Response(bytes, { status: answer.status, headers }) };
}

async function versionOf(page) {
  const name = opened.get(page) ?? (await read(`page/${page}`));
  const kept = name ? [await readVersion("current"), await readVersion("previous")] : [];
  return kept.find((one) => one?.version === name);
}

const isNewest = async (version) => version && (await read("checked"))?.newest === version.version;
const newestDate = async (version) => (await read("checked"))?.date ?? listsIn(version)[0]?.date;
const listsIn = (version) => Object.values(version?.lists ?? {});
const isList = (list) => Array.isArray(list?.files?.[0]) && list.files.every(Array.isArray);
const filesOf = (version) => listsIn(version).flatMap(({ files }) => files);
const hashOf = (version, path) => filesOf(version).find(([one]) => one === path)?.[1];
const key = (path, hash) => `${ROOT}${path}?${hash}`;

async function missingOf(version) {
  const files = new Map(filesOf(version).map(([path, hash]) => [key(path, hash), [path, hash]]));
  const here = await open("guide-files").then((cache) => cache.keys()).catch(() => []);
  for (const { url } of here) files.delete(url);
  return [...files.values()];
}

// Read whole: what cannot be read is not there.
async function savedFile(version, path) {
  try {
    const hash = hashOf(version, path);
    const found = hash && (await (await open("guide-files")).match(key(path, hash)));
    return found && new Response(await found.arrayBuffer(), { headers: found.headers });
  } catch {
    return null;
  }
}

const open = (name) => caches.open(`${name} ${ROOT}`);
const drop = async (name) => (await open("guide-state")).delete(ROOT + name);

async function write(name, value) {
  await (await open("guide-state")).put(ROOT + name, new Response(JSON.stringify(value)));
}

async function read(name) {
  try {
    return await (await (await open("guide-state")).match(ROOT + name))?.json();
  } catch {
    return null;
  }
}

async function readVersion(name) {
  const found = await read(name);
  return found?.version && found.lists && Object.values(found.lists).every(isList) ? found : null;
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
