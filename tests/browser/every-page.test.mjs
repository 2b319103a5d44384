//! Every page that people can reach by links, in a new school and in the sample town, looked at in
//! the ways that break most often. A new page is tried here without anybody adding it.
//! Deliberately absent: what a page is for; journeys stand in files of their own.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fitsWidth, narrow, passesAxe, served } from "./harness/index.mjs";
import { beginSchool, enterAs, walk } from "./harness/town.mjs";

/** In the order in which they walk; each looks at the kinds of pages that nobody before has reached. */
const PEOPLE = ["уратор", "иректор", "аставник", "униципальн"];

/** A walk looks at dozens of pages, each in three ways. */
const PATIENCE_MS = 600_000;

async function look(page) {
  const desk = page.viewportSize();
  await passesAxe(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await passesAxe(page, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(narrow().viewport);
  await fitsWidth(page);
  await page.setViewportSize(desk);
}

/** Walks from the page; all complaints at once, because a person mends a list sooner than one page a run. */
async function passes(page, seen, atLeast) {
  const before = seen.size;
  const complaints = [];
  await walk(page, seen, (page) => look(page).catch((error) => complaints.push(error.message)));
  assert.ok(seen.size >= before + atLeast, `only ${[...seen].join(", ")} could be reached`);
  assert.deepEqual(complaints, []);
}

describe("every page is accessible, in the dark too, and fits into 320 px", () => {
  describe("in a new school", () => {
    const { open } = served("serve");
    test("as reached by its curator", { timeout: PATIENCE_MS }, async () => {
      await passes(await beginSchool(open), new Set(), 10);
    });
  });
  describe("in the sample town", () => {
    const { open } = served("demo");
    const seen = new Set();
    for (const who of PEOPLE) {
      test(`as reached by «…${who}…»`, { timeout: PATIENCE_MS }, async () => {
        await passes(await enterAs(open, who), seen, who === PEOPLE[0] ? 15 : 0);
      });
    }
  });
});
