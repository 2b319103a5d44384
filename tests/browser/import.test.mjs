//! The received roadmaps through the browser: load, look, approve, and the year runs.
//!
//! One of our own examples always; the five received Word files where `../shared` lies beside the
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

  test("the five received Word files are understood, shown and approved", async (t) => {
    if (!existsSync(SEEDS)) {
      assert.ok(!process.env.CI, "../shared is missing: the received documents cannot be tried");
      t.diagnostic("SKIPPED: ../shared is not beside this checkout");
      return;
    }
    const page = await open("/sign-in", desk());
    await page.getByLabel("Почта или логин").fill("curator");
    await page.getByLabel("Пароль").fill("синий слон у реки");
    await page.getByRole("button", { name: "Войти" }).click();
    await page.locator(".side").waitFor({ state: "attached" });
    for (const [name, least] of Object.entries(RECEIVED)) {
      await page.goto("/imports/new");
      await page.locator("#file").setInputFiles(new URL(`${name}.docx`, SEEDS).pathname);
      await page.getByRole("button", { name: "Прочитать файл" }).click();
      await leadOn(page);
      const version = new URL(page.url()).pathname;
      await page.goto(`${version}?show=all`);
      await passesAxe(page);
      const rows = await page.locator("tbody tr:not(.sec)").count();
      assert.ok(least <= rows, `${name}: ${rows} rows are shown, at least ${least} stand in the file`);
      if (name === "tosno") await typesDeadline(page);
      await page.goto(version);
      await approve(page, "71-б");
      assert.match(page.url(), /\/today$/, name);
    }
  });
});

function example() {
  return new URL("../../examples/", import.meta.url).pathname + "school-teachers.docx";
}

/** From the question what a file becomes, where it is asked, to its draft. */
async function leadOn(page) {
  if (/\/imports\//.test(page.url())) {
    await page.getByLabel("Отдельная карта, действует рядом").check();
    await page.getByRole("button", { name: "Продолжить" }).click();
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
