//! A curator loads a list of staff, on a desk and on a phone.
//! Deliberately absent: what each row becomes; `crates/app/src/tests/arrivals.rs` tries it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, fitsWidth, passesAxe, phone, served } from "./harness/index.mjs";
import { beginSchool } from "./harness/town.mjs";

const LIST = [
  "ФИО;Должность;Кабинет;Дата рождения",
  "Соловьёва Дарья Игоревна;учитель;химия;01.03.1990",
  "Громов Пётр Ильич;педагог-психолог;12;02.04.1985",
  "Лисов;сторож;;",
  "Орлов Иван Ильич;учитель;физика;31.02.1980",
  "Соловьёва Д. И.;учитель;химия;",
].join("\n");

const file = { name: "штат.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.ESTAFETA_PICTURES;

async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

describe("a list of staff is loaded, looked at and taken", () => {
  const { open } = served("serve");
  let page;
  test("on a desk", async () => {
    page = await beginSchool(open, desk());
    await page.goto("/people/imports/new");
    await page.getByLabel("Файл").setInputFiles(file);
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.waitForURL(/imports\/[0-9a-f]/);
    await passesAxe(page);
    await picture(page, "list-desk");
    assert.match(await page.textContent("main"), /Это тот же человек/);
    await page.getByLabel("Это тот же человек").check();
    await page.getByLabel("Кабинет").selectOption("subject");
    await page.getByRole("button", { name: "Учесть ответы" }).click();
    await page.getByRole("button", { name: "Записать 2" }).click();
    await page.waitForURL(/imports\/[0-9a-f]/);
    await picture(page, "list-taken");
    assert.match(await page.textContent("main"), /Добавлены: 2/);
    for (const width of [phone().viewport, { width: 320, height: 640 }]) {
      await page.setViewportSize(width);
      await fitsWidth(page);
    }
    await picture(page, "list-phone");
    const address = page.url();
    const plain = await open(new URL(address).pathname, { context: page.context() });
    await plain.goto("/people");
    await picture(plain, "people");
    await plain.goto("/partners/new");
    await plain.getByLabel("Партнёр", { exact: true }).fill("АО «Заречный завод»");
    await plain.getByRole("button", { name: "Записать" }).click();
    await plain.waitForURL(/partners\/[0-9a-f]/);
    await passesAxe(plain);
    await picture(plain, "partner");
    for (const path of ["/organisation", "/organisation/terms", "/me"]) {
      await plain.goto(path);
      await passesAxe(plain);
      await picture(plain, path.slice(1).replace("/", "-"));
    }
  });
});
