//! What a browser test needs: a running program, pages opened as on a desk, a phone or paper, and
//! the checks that every page must pass.
//!
//! ```js
//! const { open } = served("demo");
//! test("the list reads well on a phone", async () => {
//!   const page = await open("/roadmaps", phone());
//!   await passesAxe(page);
//! });
//! ```
//! Deliberately absent: knowledge of single pages; that stands in the tests.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { after, afterEach, before } from "node:test";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { guard } from "./guard.mjs";
import { start } from "./program.mjs";

/** An old school computer. */
export const desk = () => ({ viewport: { width: 1366, height: 768 } });
/** A phone as most people hold it. */
export const phone = () => ({ viewport: { width: 390, height: 844 }, hasTouch: true });
/** The narrowest page that must not scroll sideways (WCAG 2.2, 1.4.10). */
export const narrow = () => ({ viewport: { width: 320, height: 640 } });
export const dark = () => ({ colorScheme: "dark" });
export const noJs = () => ({ javaScriptEnabled: false });
/** As the printer sees it; a page of A4 at 96 dpi. */
export const print = () => ({ viewport: { width: 794, height: 1123 }, media: "print" });

// Without these Chromium asks its maker's hosts at every start.
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
];

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const script = fileURLToPath(new URL("../../../scripts/find-chromium", import.meta.url));
  return execFileSync(script, { encoding: "utf8" }).trim();
}

/** A browser without a program, for the tests of the harness and for taking pictures. */
export const launch = () => chromium.launch({ executablePath: executable(), args: FLAGS });

/**
 * Starts the program and a browser before the tests of a file and ends them after.
 *
 * - `command`: `serve` or `demo`, see `start`; or a function that gives `{ url, stop }`.
 * Nothing moves on the pages (`reducedMotion`), so that a colour is not measured on its way to another.
 *
 * - Returns `{ open(path, ...how), url() }`. `open` goes to a page in a fresh context (no cookies);
 *   further calls with `{ context }` of an earlier page stay signed in.
 * - After each test every page is closed, and the test fails if the guard had a complaint.
 */
export function served(command, more = []) {
  let world;
  let browser;
  let watched = [];
  before(async () => {
    world = typeof command === "function" ? await command() : await start(command, more);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await world?.stop();
  });
  afterEach(async () => {
    const complaints = watched.flatMap((one) => one.complaints);
    await Promise.all(watched.map((one) => one.context.close()));
    watched = [];
    assert.deepEqual(complaints, [], "the guard of the page complains");
  });
  const open = async (path, ...how) => {
    const { context: known, media, ...options } = Object.assign({}, desk(), ...how);
    const context = known ?? (await browser.newContext({ locale: "ru-RU", reducedMotion: "reduce", baseURL: world.url, ...options }));
    if (options.javaScriptEnabled === false) withoutScript.add(context);
    if (!known) watched.push({ context, complaints: guard(context, world.url) });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    if (media) await page.emulateMedia({ media });
    await page.goto(path);
    return page;
  };
  return { open, url: () => world.url, log: () => world.log?.() ?? "" };
}

// axe would wait for ever where timers of the page do not run.
const withoutScript = new WeakSet();

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Fails with every breach of WCAG 2.2 A and AA (targets too small to tap among them) and of good
 * practice; with `rules`, of these rules alone.
 */
export async function passesAxe(page, rules) {
  assert.ok(!withoutScript.has(page.context()), "axe needs a page with script: look at the same page with it");
  await page.evaluate(axe.source);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: STANDARDS };
  const { violations } = await page.evaluate(
    (options) => window.axe.run(document, options), { runOnly, resultTypes: ["violations"] });
  const words = violations.map((one) =>
    `${one.id}: ${one.help}\n${one.nodes.map((node) => `    ${node.target.join(" ")}: ${node.html.slice(0, 200)}`).join("\n")}`);
  assert.equal(words.length, 0, `axe finds on ${page.url()}:\n  ${words.join("\n  ")}`);
}

/** Fails where the page can be scrolled sideways, and names what sticks out. */
export async function fitsWidth(page) {
  const out = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > width + 1);
    return wide.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.className}`).concat("(scrolls)");
  });
  assert.deepEqual(out, [], `${page.url()} is wider than ${page.viewportSize().width} px`);
}

/** Walks by Tab alone: fails where focus cannot be seen or never reaches `selector`. */
export async function reachedByKeyboard(page, selector, most = 60) {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press("Tab");
    const state = await page.evaluate((wanted) => {
      const here = document.activeElement;
      const style = getComputedStyle(here);
      const shown = style.outlineStyle !== "none" || style.boxShadow !== "none";
      return { there: here.matches(wanted), shown, what: here.outerHTML.slice(0, 120) };
    }, selector);
    assert.ok(state.shown, `focus cannot be seen on ${state.what}`);
    if (state.there) return;
  }
  assert.fail(`${selector} is not reached in ${most} presses of Tab on ${page.url()}`);
}
