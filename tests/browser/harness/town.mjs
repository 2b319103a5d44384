//! People of the sample town: signing in as one of them, and walking every page they can reach.
//! Deliberately absent: what stands on the pages.

/**
 * Signs in as the first person of the sample town whose line holds `words` (a role, a name).
 *
 * - Returns the page after signing in; its context stays signed in.
 */
export async function enterAs(open, words, ...how) {
  const page = await open("/personas", ...how);
  await page.getByRole("row").filter({ hasText: words }).getByRole("button").first().click();
  await page.waitForURL((url) => url.pathname !== "/personas");
  return page;
}

/** Begins a school in an empty database; the page that is returned is signed in as its curator. */
export async function beginSchool(open, ...how) {
  const page = await open("/", ...how);
  await page.getByLabel("Как называется ваша организация").fill("Школа № 7");
  await page.getByRole("button", { name: "Начать работу" }).click();
  await page.waitForURL((url) => url.pathname !== "/start");
  return page;
}

/**
 * Walks the links of the site from the page it is given, one address of each kind: addresses that
 * differ only in ids, dates and queries are of one kind.
 *
 * - `seen`: kinds that need not be looked at again; grows.
 * - `look(page)`: called on each page of a new kind.
 * - `most`: stops after so many pages, so that a mistake in the links ends too.
 */
export async function walk(page, seen, look, most = 150) {
  const home = new URL(page.url()).origin;
  const walked = new Set();
  const waiting = [page.url()];
  while (waiting.length > 0 && walked.size < most) {
    const address = waiting.shift();
    const kind = kindOf(address);
    if (walked.has(kind)) continue;
    walked.add(kind);
    const answer = await page.goto(address).catch(passOverFile);
    if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue;
    const links = await page.locator("a[href]:not([download])").evaluateAll((all) => all.map((one) => new URL(one.getAttribute("href"), one.baseURI).href));
    waiting.push(...links.filter((link) => link.startsWith(home) && !isFile(link)));
    if (seen.has(kind)) continue;
    seen.add(kind);
    await look(page);
  }
}

/** A file that the browser keeps is not a page, whatever its address looks like. */
function passOverFile(error) {
  if (error.message.includes("Download is starting")) return null;
  throw error;
}

const kindOf = (address) =>
  new URL(address).pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}")
    .replace(/\d{4}-\d{2}(-\d{2})?/g, "{day}")
    .replace(/\/guide\/.+/, "/guide/{code}")
    .replace(/\/templates\/[a-z-]+/, "/templates/{slug}")
    .replace(/\/\d+(?=\/|$)/g, "/{n}");

/** What a browser would keep as a file instead of showing it. */
const isFile = (address) => /\.(docx|pdf|xlsx|ics|csv|svg|png|zip|txt|json|css|js)$/.test(new URL(address).pathname);
