//! The sample town in a browser: choosing a person, moving the clock, and the view of a centre.
//! Deliberately absent: what the people of the town do meanwhile (tests of `app` play the year).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, narrow, noJs, passesAxe, phone, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

describe("the sample town", () => {
  const { open } = served("demo");

  test("its clock moves at a click, without a script too", async () => {
    for (const how of [[desk()], [noJs(), phone()]]) {
      const page = await enterAs(open, "Ветров", ...how);
      const before = await page.locator("form.town span").innerText();
      await page.getByRole("button", { name: "Через неделю" }).click();
      await page.getByRole("status").first().waitFor();
      assert.notEqual(await page.locator("form.town span").innerText(), before);
    }
  });

  test("a centre sees its schools as figures on every screen", async () => {
    for (const how of [desk(), phone(), narrow(), dark()]) {
      const page = await enterAs(open, "Гаврилова", how);
      await page.goto(new URL("/network", page.url()).href);
      await passesAxe(page);
      await fitsWidth(page);
      assert.match(await page.locator("main").innerText(), /Дорожная карта ещё не действует/);
      await page.getByRole("link", { name: "Школа № 7" }).click();
      assert.equal(await page.locator("h1").innerText(), "Школа № 7");
      await passesAxe(page);
      assert.doesNotMatch(await page.locator("main").innerText(), /Ветров|Алёшина/);
    }
  });

  test("a centre goes from stages to the schools behind, letters and the guide are read on every screen", async () => {
    for (const how of [desk(), phone(), narrow(), dark()]) {
      const page = await enterAs(open, "Гаврилова", how);
      await page.goto(new URL("/network/stages", page.url()).href);
      await passesAxe(page);
      await fitsWidth(page);
      await page.locator("main tbody th a").first().click();
      await page.getByRole("link", { name: "Показать всю карту" }).waitFor();
      for (const path of ["/network/months", "/letters", "/guide", "/guide/chapters/administrator", "/guide/chapters/first-start"]) {
        await page.goto(new URL(path, page.url()).href);
        await passesAxe(page);
        await fitsWidth(page);
      }
    }
  });

  test("somebody without the roadmap is not led to it from the day", async () => {
    const page = await enterAs(open, "Синицына", desk());
    assert.equal(new URL(page.url()).pathname, "/today");
    assert.equal(await page.locator("main a[href^='/roadmap?']").count(), 0);
  });
});
