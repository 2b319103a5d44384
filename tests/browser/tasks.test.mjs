//! Tasks in a browser: parts ticked off, a document put, closed, and each of it undone with one press.
//! Deliberately absent: what closes a row and who may (tests of `app` and `web`).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, noJs, passesAxe, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

/** The narrow phone of a teacher. */
const small = () => ({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** A roadmap of three rows: parts, an order, and a deadline that waits for that order. */
const map = (year) => `№;Раздел;Мероприятие;Срок;Ответственный;Результат
1;Запуск;"Подготовить запуск:
а) провести беседу с педагогами;
б) оформить стенд;
в) собрать пожелания родителей";декабрь ${year} г.;Кураторы;
2;Запуск;Издать приказ о поощрении наставников;декабрь ${year} г.;Кураторы;Приказ о поощрении наставников
3;Пары;Познакомить участников;в течение двух недель с даты издания приказа о поощрении;Кураторы;
`;

/** The rows of the roadmap by number; it is put in force by the first who asks. */
const rows = {};
async function inForce(page) {
  if (rows["1"]) return rows;
  const [, year] = /(\d{4})/.exec(await page.locator("form.town").innerText());
  await page.goto("/imports/new");
  const file = { name: "запуск.csv", mimeType: "text/csv", buffer: Buffer.from(map(year)) };
  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "Прочитать файл" }).click();
  await page.getByLabel("Отдельная карта, действует рядом").check();
  await page.getByRole("button", { name: "Продолжить" }).click();
  await page.waitForURL(/\/versions\//);
  await page.goto(`${new URL(page.url()).pathname}/approval`);
  await page.getByLabel("Номер приказа").fill("5");
  await page.getByLabel("Дата приказа").fill(`${year}-09-02`);
  await page.getByRole("button", { name: "Утвердить приказом" }).click();
  await page.waitForURL(/\/today$/);
  await page.goto("/roadmap");
  const maps = await page.locator(".chips a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  await page.goto(maps.at(-1));
  for (const [number, words] of [["1", "Подготовить запуск"], ["2", "Издать приказ"], ["3", "Познакомить"]]) {
    rows[number] = await page.locator("tbody th a", { hasText: words }).first().getAttribute("href");
  }
  return rows;
}

const undo = (page) => page.locator(".notice").getByRole("button", { name: "Отменить" }).click();
const says = (page, words) => page.getByText(words).first().waitFor();

async function putsOrder(page) {
  await page.getByRole("link", { name: "Приложить документ" }).click();
  const file = { name: "Приказ 5.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 order") };
  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "Приложить" }).click();
}

describe("tasks", () => {
  const { open } = served("demo");

  for (const [name, how] of [["without a script on a phone", [noJs(), small()]], ["with one on a desk", [desk()]]]) {
    test(`parts, documents and closing are done and undone ${name}`, async () => {
      const page = await enterAs(open, "Орлова", ...how);
      const { 1: parts, 2: order, 3: waiting } = await inForce(page);

      await page.goto(parts);
      await page.getByLabel("оформить стенд").check();
      await page.getByRole("button", { name: "Отметить сделанным" }).click();
      await says(page, "сделано 1 из 3 пунктов");
      await fitsWidth(page);
      await undo(page);
      await says(page, "сделано 0 из 3 пунктов");
      for (const part of await page.locator("input[name=part]").all()) await part.check();
      await page.getByRole("button", { name: "Отметить сделанным" }).click();
      await says(page, "Всё нужное есть, дело закрыто");
      await undo(page);
      await says(page, "Отменено");

      await page.goto(waiting);
      await says(page, "ждёт события");
      await page.goto(order);
      await putsOrder(page);
      await says(page, "Всё нужное есть, дело закрыто");
      await page.goto(waiting);
      await says(page, "Отсчитан от события");
      await page.goto(order);
      assert.equal(await page.locator(".notice").count(), 0, "what was done is told once");
      await page.getByRole("link", { name: /Отозвать/ }).first().click();
      await page.getByLabel("Причина").fill("Приказ не подписан");
      await page.getByRole("button", { name: "Отозвать" }).click();
      await page.goto(waiting);
      await says(page, "ждёт события");

      await page.goto(order);
      await page.getByRole("link", { name: "Закрыть с причиной" }).first().click();
      await page.getByRole("button", { name: "Закрыть с причиной" }).click();
      await page.getByRole("alert").waitFor();
      await page.getByLabel("Почему считаете сделанным").fill("Приказ общий с районом");
      await page.getByRole("button", { name: "Закрыть с причиной" }).click();
      await says(page, "Сделано. Дело закрыто.");
      await undo(page);
      await says(page, "Открыто снова");
      await fitsWidth(page);
    });
  }

  test("the pages of a task are accessible and fit a desk, a phone and the dark", async () => {
    for (const how of [desk(), small(), dark()]) {
      const page = await enterAs(open, "Орлова", how);
      const { 1: parts, 2: order } = await inForce(page);
      const task = async (path) => new URL(await page.locator(`a[href$="/${path}"]`).first().getAttribute("href"), page.url()).href;
      await page.goto(parts);
      await page.locator("input[name=part]").first().check();
      await page.getByRole("button", { name: "Отметить сделанным" }).click();
      await says(page, "Отмечено.");
      await passesAxe(page);
      await undo(page);
      const close = await task("close");
      await page.goto(order);
      const evidence = close && (await task("evidence"));
      for (const address of ["/today", order, "/roadmap", "/roadmap?fold=0,1", close, evidence, close.replace("/close", "/parts")]) {
        await page.goto(address);
        await passesAxe(page);
        await fitsWidth(page);
      }
    }
  });

  test("sections fold by a link and print whole; a text is copied where a script runs", async () => {
    const page = await enterAs(open, "Орлова", desk());
    await page.goto("/roadmap");
    const first = page.locator("tbody").first();
    const row = first.locator("tr:not(.sec)").first();
    await first.locator("a.fold").click();
    assert.equal(await first.locator("a.fold").getAttribute("aria-expanded"), "false");
    assert.ok(!(await row.isVisible()), "folded on the screen");
    await page.emulateMedia({ media: "print" });
    assert.ok(await row.isVisible(), "whole on paper");
    await page.emulateMedia({ media: "screen" });
    await page.goto("/today");
    const mine = await page.locator("a[href$='/tasks']").first().getAttribute("href");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${mine}/message`);
    await page.getByRole("button", { name: "Скопировать" }).click();
    await says(page, "Скопировано");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Здравствуйте/);
    const plain = await enterAs(open, "Орлова", noJs());
    await plain.goto(`${mine}/message`);
    assert.ok(!(await plain.locator("[data-copy]").isVisible()), "no button that does nothing");
  });
});
