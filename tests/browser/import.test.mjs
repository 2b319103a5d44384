//! The received roadmaps through the browser: load, look, approve, and the year runs.
//!
//! One of our own examples always; the five received Word files and texts where `../shared` lies beside the
//! checkout. Where it is missing the test says so aloud, and fails on the server, which has it.
//! Deliberately absent: what each row means (`crates/server/tests/shared`).
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import { desk, fitsWidth, noJs, passesAxe, phone, served } from "./harness/index.mjs";

const SEEDS = new URL("../../../shared/mission/seeds/", import.meta.url);
const RECEIVED = { school32: 10, tashtagol: 13, oktyabrskoye: 9, plan2025: 7, tosno: 37 };

describe("a roadmap in the browser", () => {
  const { open } = served("serve");

  test("an example is loaded at the first start, without a script, and approved on a phone", async () => {
    const page = await open("/start", noJs(), phone());
    await page.getByLabel("Как называется ваша организация").fill("Школа № 7");
    await page.locator("#file").setInputFiles(example());
    await page.getByRole("button", { name: "Начать работу" }).click();
    await leadOn(page);
    await fitsWidth(page);
    await approve(page, "1");
    assert.match(page.url(), /\/today$/);
    await fitsWidth(page);
    await page.goto("/account");
    await page.getByLabel("Новый пароль").fill("синий слон у реки");
    await page.locator("form").filter({ has: page.locator("#new") }).getByRole("button").click();
  });

  for (const [name, how] of [["with a script", [desk()]], ["without a script, on a phone", [noJs(), phone()]]]) {
    test(`a figure is mended, a doubt answered, an error accepted and a row moved ${name}`, async () => {
      const page = await signsIn(open, ...how);
      const script = how.length === 1;
      const look = async (seen) => (script ? passesAxe(seen) : fitsWidth(seen));
      const version = await loadsDraft(page);
      await look(page);
      if (script) await answersDoubt(page, version, look);
      await mendsFigure(page, version, look);
      await acceptsError(page, version, look);
      await movesRow(page, version, look);
      if (script) await dragsRow(page);
    });
  }

  test("the five received roadmaps, as Word files and as texts, are understood, shown and approved", async (t) => {
    if (!existsSync(SEEDS)) {
      assert.ok(!process.env.CI, "../shared is missing: the received documents cannot be tried");
      t.diagnostic("SKIPPED: ../shared is not beside this checkout");
      return;
    }
    const page = await signsIn(open, desk());
    const received = Object.entries(RECEIVED).flatMap(([name, least]) => [[`${name}.docx`, least], [`text/${name}.txt`, least]]);
    for (const [name, least] of received) {
      await page.goto("/imports/new");
      await page.locator("#file").setInputFiles(new URL(name, SEEDS).pathname);
      await page.getByRole("button", { name: "Прочитать файл" }).click();
      await leadOn(page);
      const version = new URL(page.url()).pathname;
      await page.goto(`${version}?show=all`);
      await passesAxe(page);
      const rows = await page.locator("tbody tr:not(.sec)").count();
      assert.ok(least <= rows, `${name}: ${rows} rows are shown, at least ${least} stand in the file`);
      if (name === "tosno.docx") await typesDeadline(page);
      await page.goto(version);
      await approve(page, "71-б");
      assert.match(page.url(), /\/today$/, name);
    }
  });
});

/** A document with an error, figures, and a doubtful one. */
const DRAFT = `Дорожная карта наставничества педагогических работников на 2026-2027 учебный год

№;Мероприятие;Срок;Ответственный;Результат;Показатель
1;Вовлечение молодых педагогов в программу;Сентябрь 2026 г.;Куратор;Отчёт куратора;Охват не менее 55 % молодых педагогов
2;Обучение наставников;Декабрь 2021;Куратор;Материалы занятий;Не менее 80 %
3;Итоговая встреча;Май 2027 г.;Директор;Протокол итоговой встречи;
`;

async function signsIn(open, ...how) {
  const page = await open("/sign-in", ...how);
  await page.getByLabel("Почта или логин").fill("curator");
  await page.getByLabel("Пароль").fill("синий слон у реки");
  await page.getByRole("button", { name: "Войти" }).click();
  await page.locator(".side").waitFor({ state: "attached" });
  return page;
}

async function loadsDraft(page) {
  await page.goto("/imports/new");
  await page.locator("#file").setInputFiles({ name: "карта.csv", mimeType: "text/csv", buffer: Buffer.from(DRAFT) });
  await page.getByRole("button", { name: "Прочитать файл" }).click();
  await leadOn(page);
  return new URL(page.url()).pathname;
}

/** The figure of the first row gets a target for one more year; what is wrong is said at its field. */
async function mendsFigure(page, version, look) {
  await page.goto(`${version}?show=all`);
  await page.getByRole("link", { name: "Вовлечение молодых педагогов" }).click();
  await page.getByText("Поправить 1 показатель").click();
  await look(page);
  await page.getByRole("button", { name: /^Ещё год.*Показатель 1$/ }).click();
  await page.locator("#figure-year-1").fill("2035");
  await page.locator("#figure-value-1").fill("70");
  await page.getByRole("button", { name: "Сохранить строку" }).click();
  await page.getByRole("link", { name: "Показатель 2: этого года нет в периоде карты" }).waitFor();
  await look(page);
  await page.locator("#figure-year-1").fill("2027");
  await page.getByRole("button", { name: "Сохранить строку" }).click();
  await page.waitForURL(/\/versions\/[^/]+#row-/);
  await page.goto(`${version}?show=all`);
  assert.match((await page.locator("tbody").textContent()).replaceAll("\u00a0", " "), /не менее 70 %.*2027/);
}

async function answersDoubt(page, version, look) {
  await page.goto(version);
  await page.getByRole("link", { name: "Уточнить", exact: true }).click();
  await look(page);
  await page.getByLabel("Что считаем").selectOption({ label: "это не показатель" });
  await page.getByRole("button", { name: "Запомнить ответ" }).click();
  await page.waitForURL((url) => url.pathname === version);
}

async function acceptsError(page, version, look) {
  await page.goto(version);
  await page.getByRole("link", { name: "Принять с причиной" }).first().click();
  await look(page);
  await page.getByLabel("Почему так").fill("Обучение начато раньше");
  await page.getByRole("button", { name: "Принять с причиной" }).click();
  await page.getByText("Обучение начато раньше").waitFor();
}

const orderOf = (page) => page.locator(".order-row > a").allTextContents();

/** By keyboard alone: the button that was pressed keeps the focus, so that a row goes on moving. */
async function movesRow(page, version, look) {
  await page.goto(`${version}?show=order`);
  await look(page);
  const [first, second, third] = await orderOf(page);
  await page.locator(".order-row").filter({ hasText: first }).getByRole("button", { name: /^Ниже/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/moved=/);
  assert.deepEqual(await orderOf(page), [second, first, third]);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Ниже: /);
  await look(page);
}

async function dragsRow(page) {
  const [first, second, third] = await orderOf(page);
  const rows = page.locator(".order-row");
  const dragged = rows.nth(2).locator(".num");
  await dragged.dragTo(rows.nth(0).locator(".num"), { targetPosition: { x: 5, y: 1 } });
  await page.waitForFunction((text) => document.querySelector(".order-row > a").textContent === text, third);
  assert.deepEqual(await orderOf(page), [third, first, second]);
}

function example() {
  return new URL("../../examples/", import.meta.url).pathname + "school-teachers.docx";
}

/** From the question what a file becomes, where it is asked, to its draft. */
async function leadOn(page) {
  if (/\/imports\//.test(page.url())) {
    // Beside other roadmaps it is asked what the file is; of a past year alone it is not.
    const apart = page.getByLabel("Отдельная карта, действует рядом");
    const asked = 0 < (await apart.count());
    if (asked) await apart.check();
    await page.getByRole("button", { name: asked ? "Продолжить" : "Оставить годы как в файле" }).click();
  }
  await page.waitForURL(/\/versions\//);
}

/** The reading follows the words while they are typed; nothing is saved by it. */
async function typesDeadline(page) {
  await page.locator("tbody th a").first().click();
  await page.locator("#deadline").fill("до 25 декабря 2023 года");
  await page.getByText("Понято: с 1 сентября по 25 декабря 2023").waitFor();
  await passesAxe(page);
}

/** Errors that a document as received has are taken with a reason, each code in one press. */
async function acceptsWhatIsLeft(page) {
  const address = page.url();
  const ways = page.locator("#left a[href*='/remarks/']");
  for (let left = await ways.count(); 0 < left; left -= 1) {
    await ways.first().click();
    await page.getByLabel("Почему так").fill("Документ принят таким, каким получен");
    await page.getByRole("button", { name: "Принять с причиной" }).click();
    await page.goto(address);
  }
}

async function approve(page, number) {
  await page.goto(`${new URL(page.url()).pathname}/approval`);
  await acceptsWhatIsLeft(page);
  await page.getByLabel("Номер приказа").fill(number);
  await page.getByLabel("Дата приказа").fill("2020-08-20");
  await page.getByRole("button", { name: "Утвердить приказом" }).click();
  await page.waitForURL(/\/today$/);
}
