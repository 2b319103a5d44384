//! Takes the pictures of the documentation from the sample town: `node scripts/pictures.mjs`.
//! Deliberately absent: comparing them; tests look at structure, people look at pictures.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { desk, launch, phone } from "../tests/browser/harness/index.mjs";
import { start } from "../tests/browser/harness/program.mjs";
import { enterAs } from "../tests/browser/harness/town.mjs";

const PICTURES = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

const wide = { ...desk(), viewport: { width: 1280, height: 800 } };

/** Name, who looks, address, and how; a link is followed where the address is not fixed. */
const WANTED = [
  ["today", "куратор", "/today", wide],
  ["today-phone", "куратор", "/today", phone()],
  ["today-dark", "куратор", "/today", { ...wide, colorScheme: "dark" }],
  ["roadmap", "куратор", "/roadmap", wide],
  ["row", "куратор", "/roadmap?state=overdue main a[href^='/rows/']", wide],
  ["version", "куратор", "/roadmaps tr:has-text('Черновик') a[href^='/versions/']", wide],
  ["timeline", "куратор", "/timeline", wide],
  ["fulfilment", "куратор", "/fulfilment", wide],
  ["people", "куратор", "/people", wide],
  ["letter", "куратор", "/letters main a[href^='/letters/']", wide],
  ["network", "муниципального", "/network", wide],
  ["network-stages", "муниципального", "/network/stages", wide],
];

const town = await start("demo");
const browser = await launch();
await mkdir(PICTURES, { recursive: true });
try {
  for (const [name, who, where, how] of WANTED) {
    const context = await browser.newContext({ locale: "ru-RU", baseURL: town.url, reducedMotion: "reduce", ...how });
    const open = async (path) => {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    };
    const page = await enterAs(open, who);
    const [path, link] = where.split(/ (.*)/);
    await page.goto(path);
    if (link) await page.goto(await page.locator(link).first().getAttribute("href"));
    await page.screenshot({ path: `${PICTURES}${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await town.stop();
}
