//! Rights over personal data, in a browser: one's own card and a request, a destruction with its act.
//! Deliberately absent: what is destroyed; `crates/store/src/erasure/tests.rs` looks into the file.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, fitsWidth, passesAxe, phone, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.ESTAFETA_PICTURES;

async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

async function fitsEverywhere(page) {
  for (const width of [phone().viewport, { width: 320, height: 640 }]) {
    await page.setViewportSize(width);
    await fitsWidth(page);
  }
  await page.setViewportSize(desk().viewport);
}

describe("rights of a person over the own data", () => {
  const { open } = served("demo");

  test("a teacher reads what is held and asks for a correction on a phone", async () => {
    const page = await enterAs(open, "Берёзкин", phone());
    await page.goto("/me");
    await page.getByRole("link", { name: "Что хранится обо мне" }).click();
    await page.waitForURL(/held$/);
    await passesAxe(page);
    await fitsWidth(page);
    await picture(page, "held-phone");
    await page.getByRole("link", { name: "Обратиться о своих данных" }).click();
    await page.getByLabel("Исправить сведения").check();
    await page.getByLabel("Что именно").fill("Отчество: Антонович");
    await page.getByRole("button", { name: "Записать обращение" }).click();
    await page.waitForURL(/requests\/[0-9a-f]/);
    await passesAxe(page);
    assert.match(await page.textContent("main"), /ждёт ответа до/);
  });

  test("a curator destroys the data of somebody who left, by a commission", async () => {
    const page = await enterAs(open, "Орлова", desk());
    await page.goto("/people?q=Рощин");
    await page.getByRole("link", { name: /Рощин/ }).first().click();
    await page.getByRole("link", { name: "Записать уход" }).click().catch(() => page.goto(`${page.url()}/leaving/new`));
    await page.locator("input[name=on]").fill("2026-09-30");
    await page.getByRole("button", { name: "Записать последний день" }).click();
    await page.getByRole("status").waitFor();
    await page.goto("/destruction");
    await passesAxe(page);
    await fitsEverywhere(page);
    await picture(page, "destruction");
    await page.getByRole("link", { name: /Рощин/ }).click();
    await page.waitForURL(/destruction\/people/);
    await passesAxe(page);
    await fitsEverywhere(page);
    await picture(page, "what-goes");
    await page.getByRole("button", { name: "Уничтожить данные" }).click();
    assert.match(await page.textContent("#refusal"), /Ничего не уничтожено/);
    await passesAxe(page);
    await page.getByLabel("Председатель").selectOption({ index: 1 });
    await page.getByLabel("Член комиссии").first().selectOption({ index: 2 });
    await page.getByLabel("Приказ о комиссии").fill("приказ от 14 сентября 2026 г. № 66-од");
    await page.getByLabel(/Мы проверили/).check();
    await page.getByRole("button", { name: "Уничтожить данные" }).click();
    await page.waitForURL(/destruction\/acts/);
    await passesAxe(page);
    await fitsEverywhere(page);
    await picture(page, "act");
    assert.doesNotMatch(await page.textContent("main"), /Рощин/);
  });
});
