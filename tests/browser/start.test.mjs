//! A new school in a browser: beginning, a person, and being told what is missing; without a script too.
//! Deliberately absent: rules (they are tested without a browser).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, narrow, noJs, passesAxe, phone, served } from "./harness/index.mjs";

const PASSWORD = "синий слон у реки";

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
    await page.getByLabel("Фамилия", { exact: true }).fill("Кузнецова");
    await page.getByRole("button", { name: "Добавить" }).click();
    assert.equal(await page.locator("h1").innerText(), "Кузнецова");
    await fitsWidth(page);
    await page.goto("/account");
    await page.getByLabel("Новый пароль").fill(PASSWORD);
    await page.locator("form").filter({ has: page.locator("#new") }).getByRole("button").click();
    assert.match(await page.getByRole("status").innerText(), /Пароль сменён/);
  });

  test("its pages read well on a desk, on phones and in the dark", async () => {
    // The school has begun in the test before; its curator comes back with the password.
    for (const how of [desk(), phone(), narrow(), dark()]) {
      const page = await open("/sign-in", how);
      await signIn(page);
      for (const path of ["/people", "/people/new", "/organisation", "/organisation/edit", "/journal", "/account", "/guide", "/guide/R014"]) {
        await page.goto(path);
        await passesAxe(page);
        await fitsWidth(page);
      }
    }
  });
});

async function signIn(page) {
  await page.getByLabel("Почта или логин").fill("curator");
  await page.getByLabel("Пароль").fill(PASSWORD);
  await page.getByRole("button", { name: "Войти" }).click();
  await page.locator(".side").waitFor({ state: "attached" });
}
