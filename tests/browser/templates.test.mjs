//! A curator changes the text of an order with the paper beside it, and has the folder made; with a script
//! and without, on a desk and on a phone.
//! Deliberately absent: what a template may say; `crates/documents` and `crates/app` try that.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dark, desk, fitsWidth, noJs, passesAxe, phone, served } from "./harness/index.mjs";
import { enterAs } from "./harness/town.mjs";

const ADDRESS = "/templates/mentors-order";
const TEXT = "# ПРИКАЗ\nв {{ organisation.name }}\n№ {{ number or fill(\"номер\") }}";

/** Where pictures go when somebody wants to look at them. */
const PICTURES = process.env.ESTAFETA_PICTURES;

async function picture(page, name) {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

describe("a text is changed with the paper beside it", () => {
  const { open } = served("demo");

  test("with a script the paper follows the typing and a mistake leads to its line", async () => {
    const page = await enterAs(open, "уратор", desk());
    await page.goto("/templates");
    await passesAxe(page);
    await picture(page, "templates");
    await page.goto(ADDRESS);
    await passesAxe(page);
    await picture(page, "template");
    const text = page.getByLabel("Текст шаблона");
    await text.fill(TEXT.replace("organisation.", "organisaton."));
    await page.locator("#preview a[data-line]").waitFor();
    assert.match(await page.textContent("#preview"), /organisation\.name/);
    await passesAxe(page);
    await picture(page, "template-flaw");
    await page.locator("#preview a[data-line]").click();
    const marked = await text.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
    assert.equal(marked, "в {{ organisaton.name }}");
    await text.fill(TEXT);
    await page.locator("#preview .paper").waitFor();
    await text.press("Control+End");
    await page.getByRole("button", { name: /Вставить.*curator\|dat/ }).click();
    assert.match(await text.inputValue(), /\{\{ curator\|dat \}\}$/);
    await page.locator("form[data-preview]").getByLabel("Почему").fill("новый устав");
    await page.getByRole("button", { name: "Сохранить новую редакцию" }).click();
    await page.getByText("Новая редакция сохранена").waitFor();
    await page.goto(`${ADDRESS}/versions/1`);
    await passesAxe(page);
    await picture(page, "template-version");
    await page.emulateMedia(dark());
    await passesAxe(page);
    for (const width of [phone().viewport, { width: 320, height: 640 }]) {
      await page.setViewportSize(width);
      await fitsWidth(page);
      await page.goto(ADDRESS);
      await fitsWidth(page);
    }
    await picture(page, "template-phone");
  });

  test("without a script a button shows the same paper and keeps what was typed", async () => {
    const page = await enterAs(open, "уратор", noJs());
    await page.goto(ADDRESS);
    await page.getByLabel("Текст шаблона").fill("# РАСПОРЯЖЕНИЕ");
    await page.getByRole("button", { name: "Показать, что получится" }).click();
    assert.match(await page.textContent("#preview"), /РАСПОРЯЖЕНИЕ/);
    assert.equal(await page.getByLabel("Текст шаблона").inputValue(), "# РАСПОРЯЖЕНИЕ");
  });

  test("the folder is made while the page renews itself", async () => {
    const page = await enterAs(open, "уратор", desk());
    await page.goto("/folder");
    await passesAxe(page);
    await page.getByRole("button", { name: "Собрать папку" }).click();
    const link = page.getByRole("link", { name: /Скачать папку/ });
    await link.waitFor({ timeout: 60_000 });
    await passesAxe(page);
    await picture(page, "folder");
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.match(file.suggestedFilename(), /^Папка куратора .*\.zip$/);
    await page.setViewportSize(phone().viewport);
    await fitsWidth(page);
    await picture(page, "folder-phone");
  });
});
