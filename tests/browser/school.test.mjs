//! A new school in a browser, from nothing to a registered order on a pair: the roadmap and the staff from files, roles,
//! consents printed in one pack and recorded, the pair named, and the rows that named these papers closed by them.
//! Deliberately absent: the rules on the way; they are tried without a browser.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, fitsWidth, noJs, passesAxe, phone, served } from "./harness/index.mjs";
import { beginSchool } from "./harness/town.mjs";

const DAY = 24 * 60 * 60 * 1000;
/** A day of this week, so that everything signed is neither ahead nor of another year. */
const signedOn = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
const [year, month] = signedOn.split("-").map(Number);
const first = 8 <= month ? year : year - 1;

const ROADMAP = [
  `Дорожная карта наставничества педагогических работников на ${first}-${first + 1} учебный год`,
  "",
  "№;Мероприятие;Срок;Ответственный;Результат",
  `1;Назначение куратора;Сентябрь ${first} г.;Директор;Приказ о назначении куратора`,
  `2;Закрепление наставнических пар;Октябрь ${first} г.;Куратор;Приказ о закреплении наставнических пар`,
].join("\n");

const STAFF = [
  "ФИО;Должность;Предмет;Дата рождения",
  "Соловьёва Дарья Игоревна;учитель;химия;01.03.1990",
  "Громова Анна Ильинична;учитель;физика;02.04.1999",
].join("\n");

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

for (const [name, ...how] of [["on a desk", desk()], ["on a phone, without a script", noJs(), phone()]]) {
  describe(`a school from nothing to its pair ${name}`, () => {
    const { open } = served("serve");

    test("every row is closed by the paper that it names", async () => {
      const page = await beginSchool(open, ...how);
      const at = (path) => page.goto(new URL(path, page.url()).href);
      const looks = () => (how.length === 1 ? passesAxe(page) : fitsWidth(page));
      await loadsRoadmap(page, at);
      const [mentor, mentee] = await loadsStaff(page, at);
      await takesRole(page, at, mentor, "mentor");
      await takesRole(page, at, mentee, "mentee");
      await printsBlanks(page, at, looks);
      await at(`/people/${mentor}/detail`);
      await page.locator("[name=works_by_contract]").fill("п. 3.12 должностной инструкции");
      await page.getByRole("button", { name: "Записать" }).click();
      await page.getByText("Сведения записаны").waitFor();
      for (const [who, kind] of [[mentor, "personal_data"], [mentee, "personal_data"], [mentee, "participation"]]) await consents(page, at, who, kind);
      await registers(page, at, ["curator", "О назначении куратора", "70-б"], looks);
      await registers(page, at, ["pairs", "О закреплении наставнических пар", "71-б"], looks, [mentor, mentee]);
      await at("/roadmap");
      await looks();
      assert.match(await page.locator("main").innerText(), /сделано 2 из 2/, "both rows are closed by their orders");
    });
  });
}

async function loadsRoadmap(page, at) {
  await at("/imports/new");
  await page.locator("#file").setInputFiles(csv("карта.csv", ROADMAP));
  await page.getByRole("button", { name: "Прочитать файл" }).click();
  await page.waitForURL(/\/versions\//);
  await at(`${new URL(page.url()).pathname}/approval`);
  await page.getByLabel("Номер приказа").fill("68-б");
  await page.getByLabel("Дата приказа").fill(signedOn);
  await page.getByRole("button", { name: "Утвердить приказом" }).click();
  await page.waitForURL(/\/today$/);
}

async function loadsStaff(page, at) {
  await at("/people/imports/new");
  await page.getByLabel("Файл").setInputFiles(csv("штат.csv", STAFF));
  await page.getByRole("button", { name: "Прочитать" }).click();
  await page.waitForURL(/imports\/[0-9a-f]/);
  await page.getByRole("button", { name: "Записать 2" }).click();
  await page.getByText("Добавлены: 2").waitFor();
  await at("/people");
  const id = async (surname) => (await page.getByRole("link", { name: surname }).getAttribute("href")).split("/").pop();
  return [await id(/Соловьёва/), await id(/Громова/)];
}

async function takesRole(page, at, person, role) {
  await at(`/people/${person}/roles/new`);
  await page.getByLabel("Роль").selectOption(role);
  await page.getByLabel("С какого дня").fill(signedOn);
  await page.getByRole("button", { name: "Добавить роль" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/roles/new"));
  assert.match(await page.getByRole("status").innerText(), /Роль записана/);
}

async function printsBlanks(page, at, looks) {
  await at("/papers/packs/new?what=consents");
  await looks();
  await page.getByRole("button", { name: "Одним файлом .pdf" }).click();
  await page.getByRole("link", { name: /Скачать .pdf/ }).waitFor();
}

async function consents(page, at, person, kind) {
  await at(`/people/${person}/consents/new?kind=${kind}`);
  await page.getByLabel("Подписано").fill(signedOn);
  await page.getByLabel("сам участник").check();
  await page.getByRole("button", { name: "Внести согласие" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/consents"));
}

async function registers(page, at, [about, title, number], looks, pair) {
  await at("/orders/new");
  await page.getByLabel("О чём").selectOption(about);
  await page.getByLabel("Название").fill(title);
  await page.getByRole("button", { name: "Подготовить проект" }).click();
  await page.waitForURL(/orders\/[0-9a-f]{8}/);
  if (pair) {
    await page.getByRole("link", { name: "Назвать участников" }).click();
    await looks();
    await page.locator(`[name=mentor][value="${pair[0]}"]`).check();
    await page.locator(`[name=mentee][value="${pair[1]}"]`).check();
    await page.getByRole("button", { name: "Внести в приказ" }).click();
    await page.waitForURL(/orders\/[0-9a-f-]{36}$/);
  }
  await page.getByLabel("Номер").fill(number);
  await page.getByLabel("Подписан", { exact: true }).fill(signedOn);
  await page.getByRole("button", { name: "Зарегистрировать" }).click();
  await page.getByRole("status").waitFor();
  await looks();
}
