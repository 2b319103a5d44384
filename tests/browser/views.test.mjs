//! The year as time in a browser: the timeline, a month, one person's tasks, on every screen.
//! Deliberately absent: what is counted and who sees what (tests of `web`).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, narrow, passesAxe, phone, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

describe("the year as time", () => {
  const { open } = served("demo");

  test("its pages are accessible and fit every screen", async () => {
    for (const how of [desk(), phone(), narrow(), dark()]) {
      const page = await enterAs(open, "Орлова", how);
      const mine = await page.locator("a[href$='/tasks']").first().getAttribute("href");
      for (const path of ["/timeline", "/calendar", "/account/calendar", mine, `${mine}/message`, `${mine}/slips`]) {
        await page.goto(new URL(path, page.url()).href);
        await passesAxe(page);
        await fitsWidth(page);
      }
    }
  });

  test("a bar of the timeline leads to its row, and paper lies on its side", async () => {
    const page = await enterAs(open, "Орлова", desk());
    await page.goto(new URL("/timeline", page.url()).href);
    const paper = await page.pdf({ preferCSSPageSize: true });
    assert.ok(/MediaBox\s*\[\s*0 0 84\d[.\d]* 59\d/.test(paper.toString("latin1")), "A4 lies");
    const bar = page.locator("svg.plot a").first();
    const row = await bar.getAttribute("href");
    await bar.locator("text").first().click();
    await page.waitForURL((url) => url.pathname === row);
  });
});
