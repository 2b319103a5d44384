//! A new school in a browser: beginning, a person, and being told what is missing; without a script too.
//! Deliberately absent: rules (they are tested without a browser).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, narrow, noJs, passesAxe, phone, served } from "./harness/index.mjs";

describe("a new school", () => {
  const { open } = served("serve");

  test("the first page reads well everywhere", async () => {
    for (const how of [desk(), phone(), narrow(), dark()]) {
      const page = await open("/start", how);
      await passesAxe(page);
      await fitsWidth(page);
    }
  });

  test("begins without a script, adds a person and is told what is missing", async () => {
    const page = await open("/", noJs(), phone());
    await page.getByLabel("Как называется ваша организация").fill("Школа № 7");
    await page.getByRole("button", { name: "Начать работу" }).click();
    await page.goto(new URL("/people/new", page.url()).href);
    await page.getByRole("button", { name: "Добавить" }).click();
    await page.getByRole("alert").waitFor();
    assert.match(await page.getByRole("alert").innerText(), /Напишите фамилию/);
    await page.getByLabel("Фамилия").fill("Кузнецова");
    await page.getByRole("button", { name: "Добавить" }).click();
    assert.equal(await page.locator("h1").innerText(), "Кузнецова");
    await fitsWidth(page);
  });
});
