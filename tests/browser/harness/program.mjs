//! Starts the program `estafeta` on a free loopback port with everything it writes in a temporary
//! folder, waits until it answers, and stops it again.
//! Deliberately absent: a fixed port, a shared database, anything left behind.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PATIENCE_MS = 60_000;
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The program under test: `ESTAFETA`, else what cargo built last in `target/debug`. */
const program = () => process.env.ESTAFETA ?? join(root, "target", "debug", "estafeta");

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts `estafeta <command> --listen …` and resolves when it answers.
 *
 * - `command`: `serve` (an empty database) or `demo` (the sample town).
 * - `more`: further arguments.
 * - Returns `{ url, log(), stop() }`; `log` is everything the program has printed.
 */
export async function start(command, more = []) {
  const folder = await mkdtemp(join(tmpdir(), "estafeta-browser-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = [command, "--listen", new URL(url).host, ...more];
  const env = {
    ...process.env,
    ESTAFETA_DATABASE: `sqlite:${join(folder, "estafeta.db")}`,
    // A demo that would open a window must not do so in a test.
    BROWSER: "none",
    TMPDIR: folder,
  };
  // The sample town brings a database of its own.
  if (command === "demo") delete env.ESTAFETA_DATABASE;
  const child = spawn(program(), args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  let ended = null;
  child.stdout.on("data", (chunk) => (log += chunk));
  child.stderr.on("data", (chunk) => (log += chunk));
  const end = new Promise((resolve) => {
    child.once("error", (error) => resolve((ended = `could not start: ${error.message}`)));
    child.once("exit", (code, signal) => resolve((ended = `ended with ${code ?? signal}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await end;
    clearTimeout(late);
    await rm(folder, { recursive: true, force: true });
  };
  if (await answers(`${url}/healthz`, () => ended)) return { url, log: () => log, stop };
  await stop();
  throw new Error(`${program()} ${args.join(" ")}: ${ended}, and /healthz did not answer\n${log}`);
}

async function answers(address, ended) {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && !ended()) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return true;
    await pause(50);
  }
  return false;
}
