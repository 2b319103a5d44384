//! The harness is itself tried: each fault it promises to see is shown to it.
//! Deliberately absent: the program; a small server of the test's own speaks here.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { dark, fitsWidth, launch, narrow, noJs, passesAxe, print, reachedByKeyboard, served } from "./harness/index.mjs";
import { guard } from "./harness/guard.mjs";

const page = (body) => `<!doctype html><html lang="ru"><title>Проба</title><main><h1>Проба</h1>${body}</main></html>`;
const PAGES = {
  "/": page(`<p>Всё в порядке.</p><button style="min-height: 2rem">Дальше</button>`),
  "/abroad": page(`<img alt="" src="http://127.0.0.2:9/other-host.png">`),
  "/policy": page("<script>document.title = 'inline'</script>"),
  "/broken": page(`<script src="/throws.js"></script>`),
  "/missing": page(`<img alt="" src="/nothing.png">`),
  "/unnamed": page("<button></button>"),
  "/wide": page(`<div class="long" style="width: 900px">широко</div>`),
  "/tiny": page(["Мало", "Тесно"].map((name) => `<button style="width: 10px; height: 10px; padding: 0" aria-label="${name}"></button>`).join("")),
  "/unseen": page(`<style>:focus { outline: none }</style><a href="/">Дальше</a>`),
};

async function smallServer() {
  const server = createServer((request, response) => {
    const script = request.url === "/throws.js";
    if (request.url === "/favicon.ico") return response.writeHead(204).end();
    const body = script ? "throw new Error('broken on purpose')" : PAGES[request.url];
    response.writeHead(request.url === "/failed" ? 500 : body ? 200 : 404, {
      "content-type": script ? "text/javascript" : "text/html; charset=utf-8",
      "content-security-policy": "default-src 'self' http://127.0.0.2:9; style-src 'self' 'unsafe-inline'",
    });
    response.end(body ?? page("<p>Нет.</p>"));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("a page without faults", () => {
  const { open } = served(smallServer);
  for (const [name, how] of Object.entries({ desk: {}, narrow: narrow(), dark: dark(), print: print() })) {
    test(`passes every check: ${name}`, async () => {
      const page = await open("/", how);
      await passesAxe(page);
      await fitsWidth(page);
      await reachedByKeyboard(page, "button");
    });
  }
  test("is shown without JavaScript", async () => {
    const page = await open("/", noJs());
    assert.equal(await page.locator("h1").innerText(), "Проба");
  });
  test("may itself be answered with 404", async () => {
    await open("/nothing-here");
  });
  test("has its faults named", async () => {
    await assert.rejects(passesAxe(await open("/unnamed")), /button-name/);
    await assert.rejects(fitsWidth(await open("/wide", narrow())), /div\.long/);
    await assert.rejects(passesAxe(await open("/tiny")), /target-size/);
    await assert.rejects(reachedByKeyboard(await open("/unseen"), "a"), /cannot be seen/);
  });
});

describe("the guard", () => {
  let server;
  let browser;
  before(async () => {
    server = await smallServer();
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
  for (const [path, complaint] of [
    ["/abroad", /another host: http:\/\/127\.0\.0\.2/],
    ["/policy", /Content Security Policy/],
    ["/broken", /broken on purpose/],
    ["/missing", /404.*nothing\.png/],
    ["/failed", /500/],
  ]) {
    test(`sees what is wrong with ${path}`, async () => {
      const context = await browser.newContext({ baseURL: server.url });
      const complaints = guard(context, server.url);
      await (await context.newPage()).goto(path, { waitUntil: "networkidle" });
      await context.close();
      assert.match(complaints.join("\n"), complaint);
    });
  }
  test("is silent on a sound page", async () => {
    const context = await browser.newContext({ baseURL: server.url });
    const complaints = guard(context, server.url);
    await (await context.newPage()).goto("/", { waitUntil: "networkidle" });
    await context.close();
    assert.deepEqual(complaints, []);
  });
});
