//! Refuses a dependency, crate or npm package, whose licence is not on the list of `deny.toml`.
//! Deliberately absent: known vulnerabilities (their list lives on a server, and checks here ask
//! none; `cargo deny check advisories` does, where it is installed).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = (path) => readFileSync(join(root, path), "utf8");

const list = read("deny.toml").match(/^allow = \[([^\]]*)\]/m);
const allowed = new Set([...list[1].matchAll(/"([^"]+)"/g)].map((entry) => entry[1]));
const used = new Set();

/** Is an SPDX expression satisfied by the list? `OR` needs one side, `AND` both. */
function satisfied(expression, allowed, used = new Set()) {
  // Crates of before 2018 write «MIT/Apache-2.0» and mean OR.
  const words = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const any = () => {
    let holds = all();
    while (words[at] === "OR") { at += 1; holds = all() || holds; }
    return holds;
  };
  const all = () => {
    let holds = one();
    while (words[at] === "AND") { at += 1; holds = one() && holds; }
    return holds;
  };
  const one = () => {
    if (words[at] === "(") { at += 1; const holds = any(); at += 1; return holds; }
    let name = words[at++];
    if (words[at] === "WITH") { name += ` WITH ${words[at + 1]}`; at += 2; }
    if (allowed.has(name)) used.add(name);
    return allowed.has(name);
  };
  return any() && at >= words.length;
}

const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], {
  cwd: root, maxBuffer: 1 << 28, encoding: "utf8",
}));
const crates = metadata.packages.filter((one) => one.source !== null)
  .map((one) => ({ name: `${one.name} ${one.version}`, licence: one.license ?? "none" }));
const packages = Object.entries(JSON.parse(read("package-lock.json")).packages).filter(([path]) => path)
  .map(([path, one]) => ({ name: `${path.replace("node_modules/", "npm ")} ${one.version}`, licence: one.license ?? "none" }));

const refused = [...crates, ...packages].filter((one) => !satisfied(one.licence, allowed, used));
for (const one of refused) console.error(`${one.name}: licence «${one.licence}» is not on the list of deny.toml`);
const forgotten = [...allowed].filter((name) => !used.has(name));
for (const name of forgotten) console.error(`deny.toml: nothing uses «${name}» any more: take it off the list`);
if (refused.length > 0 || forgotten.length > 0) process.exit(1);
console.log(`${crates.length} crates and ${packages.length} npm packages, all under licences of the list.`);
