//! A curator makes papers, on a desk and on a phone, with a script and without one.
//! Deliberately absent: what papers say; tests of `documents` and `app` read them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, narrow, noJs, passesAxe, phone, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.ESTAFETA_PICTURES;

async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

/** What axe wants to see; it needs a script itself. */
const looked = async (page, name) => {
  if (name === "desk") await passesAxe(page);
  await fitsWidth(page);
};

const at = (page, path) => page.goto(new URL(path, page.url()).href);

describe("papers are made of what the school knows", () => {
  const { open } = served("demo");

  test("an order from the catalogue to its preview, without a script too", async () => {
    for (const [name, ...how] of [["desk", desk()], ["phone", noJs(), phone()]]) {
      const page = await enterAs(open, "Орлова", ...how);
      await at(page, "/papers");
      await looked(page, name);
      await picture(page, `papers-${name}`);
      await page.getByLabel(/Найти документ/).fill("назначении куратора");
      await page.getByRole("button", { name: "Показать" }).click();
      await page.getByRole("link", { name: "Приказ о назначении куратора" }).click();
      await looked(page, name);
      await picture(page, `paper-form-${name}`);
      await page.getByLabel(/Кто замещает/).fill("Ясенева Ольга Дмитриевна");
      await page.getByRole("button", { name: "Составить", exact: true }).last().click();
      await page.waitForURL(/papers\/[0-9a-f]{8}/);
      await looked(page, name);
      await picture(page, `paper-${name}`);
      const text = await page.getByRole("article").innerText();
      assert.match(text.replaceAll("\u00a0", " "), /Ясенев/);
      assert.match(await page.locator("main").innerText(), /Приказ в журнале/);
    }
  });

  test("a protocol with rows, on every screen", async () => {
    for (const how of [desk(), phone(), narrow(), dark()]) {
      const page = await enterAs(open, "Орлова", how);
      await at(page, "/papers/new?kind=council-protocol");
      await page.getByRole("button", { name: /Ещё строки.*Программа/ }).click();
      await page.getByLabel("Вопрос повестки").nth(1).waitFor();
      await passesAxe(page);
      await fitsWidth(page);
    }
  });

  test("missing consents in one file that is made aside", async () => {
    for (const [name, ...how] of [["desk", desk()], ["phone", noJs(), phone()]]) {
      const page = await enterAs(open, "Орлова", ...how);
      await at(page, "/papers/packs/new?what=consents");
      await looked(page, name);
      await picture(page, `pack-${name}`);
      await page.getByRole("button", { name: "Одним файлом .pdf" }).click();
      await page.waitForURL(/packs\/[0-9a-f]{8}/);
      await page.getByRole("link", { name: /Скачать .pdf/ }).waitFor();
      await looked(page, name);
      await picture(page, `pack-ready-${name}`);
    }
  });
});
