//! The pages that anybody can open, before signing in, in every way a page can be looked at.
//! Deliberately absent: accounts; nobody signs in here.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, narrow, noJs, passesAxe, phone, print, reachedByKeyboard, served } from "./harness/index.mjs";

const WAYS = {
  "on a desk": desk(),
  "on a phone": phone(),
  "on a narrow phone": narrow(),
  "in the dark": dark(),
  "on paper": print(),
};
const PAGES = ["/sign-in", "/there-is-no-such-page"];

describe("a page for everybody", () => {
  const { open } = served("serve");
  for (const path of PAGES) {
    for (const [words, how] of Object.entries(WAYS)) {
      test(`${path} is sound ${words}`, async () => {
        const page = await open(path, how);
        await passesAxe(page);
        await fitsWidth(page);
      });
    }
    test(`${path} says the same without script`, async () => {
      const words = async (...how) => (await open(path, ...how)).locator("main").innerText();
      assert.equal(await words(noJs()), await words());
    });
  }

  test("the way in is reached by keyboard alone", async () => {
    await reachedByKeyboard(await open("/sign-in"), "#password");
  });

  test("the language is chosen by a button and stays chosen, without script too", async () => {
    const page = await open("/sign-in", noJs());
    assert.equal(await page.locator("html").getAttribute("lang"), "ru");
    await page.getByRole("button", { name: "English" }).click();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.goto("/there-is-no-such-page");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
  });

  test("the English page is as sound as the Russian one", async () => {
    const page = await open("/sign-in");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
    await passesAxe(page);
  });

  test("large black letters are one press away", async () => {
    const page = await open("/sign-in");
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await page.getByRole("button", { name: "Для слабовидящих" }).click();
    assert.ok((await size()) > before * 1.2);
    await passesAxe(page);
    await fitsWidth(page);
  });
});
