//! A curator attaches a scan, enters an act and asks people to read it; a mentor reads it with one
//! press, with and without script; a consent to distribution is said line by line.
//! Deliberately absent: the rules; `crates/app/src/tests/{acts,scans}.rs` try them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, fitsWidth, narrow, noJs, passesAxe, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.ESTAFETA_PICTURES;

async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

/** Looks at a page as it stands: axe, 320 px, and back; axe itself needs a script. */
async function looked(page, name, hasScript = true) {
  if (hasScript) await passesAxe(page);
  await picture(page, `${name}-desk`);
  const wide = page.viewportSize();
  await page.setViewportSize(narrow().viewport);
  await fitsWidth(page);
  await picture(page, `${name}-narrow`);
  await page.setViewportSize(wide);
}

const scan = { name: "Приказ.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };

describe("acts, scans and consents", () => {
  const { open } = served("demo");
  test("a signed order takes its scan", async () => {
    const page = await enterAs(open, "уратор", desk());
    await page.goto("/orders/new");
    await page.getByLabel("О чём").selectOption("other");
    await page.getByLabel("Название").fill("О школе наставников");
    await page.getByRole("button", { name: "Подготовить проект" }).click();
    await page.waitForURL(/orders\/[0-9a-f]/);
    await page.getByLabel("Номер").fill("190-од");
    await page.getByLabel("Скан").setInputFiles(scan);
    await page.getByRole("button", { name: "Зарегистрировать" }).click();
    await page.getByText("скан приложен").first().waitFor();
    await looked(page, "order");
  });
  for (const [name, how] of [["with script", []], ["without script", [noJs()]]]) {
    test(`an act is entered and read ${name}`, async () => {
      const hasScript = how.length === 0;
      const page = await enterAs(open, "уратор", desk(), ...how);
      await page.goto("/acts");
      await looked(page, "acts", hasScript);
      await page.goto("/acts/new");
      await page.getByLabel("Название").fill(`положение о наставничестве ${name}`);
      await page.getByLabel("День подписания").fill("2026-09-01");
      await page.getByRole("button", { name: "Записать" }).click();
      await page.waitForURL(/acts\/[0-9a-f]{8}/);
      const act = new URL(page.url()).pathname;
      await page.getByText("Кому нужно знать этот акт").last().click();
      await page.getByLabel("Все работники").check();
      await page.getByRole("button", { name: "Назначить ознакомление" }).click();
      await page.getByText("Ознакомление назначено").waitFor();
      await looked(page, "act", hasScript);
      const mentor = await enterAs(open, "аставник", desk(), ...how);
      await mentor.goto("/me");
      await looked(mentor, "me", hasScript);
      await mentor.goto(act);
      await mentor.getByRole("button", { name: "Ознакомлен" }).click();
      await mentor.getByText(/^Вы ознакомлены/).waitFor();
      await mentor.goto("/me");
      await mentor.getByText("Написать куратору").click();
      await mentor.getByLabel("Ваши слова").fill("Прошу освободить с 1 октября");
      await mentor.getByRole("button", { name: "Отправить" }).click();
      await mentor.getByText("Обращение отправлено").waitFor();
      await page.goto("/petitions");
      await looked(page, "petitions", hasScript);
      assert.match(await page.textContent("main"), /Прошу освободить/);
    });
  }
  test("a consent to distribution answers for each kind of data", async () => {
    const page = await enterAs(open, "уратор", desk());
    await page.goto("/consents?who=everybody");
    const person = await page.locator('main a[href^="/people/"]').first().getAttribute("href");
    const consents = `/people/${person.split("/")[2]}/consents`;
    await page.goto(`${consents}/new`);
    await looked(page, "consent-kinds");
    await page.goto(`${consents}/new?kind=distribution`);
    await page.getByLabel("Адреса страниц").fill("https://school.example/mentoring/news.html");
    await page.locator("#permission-name").selectOption("allowed");
    await page.locator("#permission-video").selectOption("denied");
    await looked(page, "distribution");
    await page.getByRole("button", { name: "Внести согласие" }).click();
    await page.waitForURL((url) => url.pathname === consents);
    await page.getByRole("link", { name: "согласие на распространение" }).first().click();
    await page.getByText("Где и что можно показывать").waitFor();
    await looked(page, "consent");
    await page.goto("/consents/texts");
    await looked(page, "texts");
  });
});
