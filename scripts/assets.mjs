//! Dresses the pages and the papers: styles, fonts, scripts and icons into `assets/dist`, from
//! which `crates/web` and `crates/documents` embed them. Sources of our own stand in `assets/`,
//! everything else comes from `node_modules` as `package-lock.json` fixed it.
//! Deliberately absent: watching, bundling and hashing (the server puts the hash into the address).
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const source = join(root, "assets");
const dist = join(source, "dist");
/** What pages are dressed in: embedded by `crates/web`. The rest of `dist` is for papers. */
const site = join(dist, "site");

/** Files taken as they are: package → what, and where it lands. */
const TAKEN = [
  ["@fontsource-variable/golos-text", "files/golos-text-cyrillic-wght-normal.woff2", "site/fonts"],
  ["@fontsource-variable/golos-text", "files/golos-text-latin-wght-normal.woff2", "site/fonts"],
  ["@expo-google-fonts/tinos", "400Regular/Tinos_400Regular.ttf", "fonts"],
  ["@expo-google-fonts/tinos", "400Regular_Italic/Tinos_400Regular_Italic.ttf", "fonts"],
  ["@expo-google-fonts/tinos", "700Bold/Tinos_700Bold.ttf", "fonts"],
  ["@expo-google-fonts/tinos", "700Bold_Italic/Tinos_700Bold_Italic.ttf", "fonts"],
];

/** Packages whose work reaches the binary; their licences travel with it. */
const EMBEDDED = ["@expo-google-fonts/tinos", "@fontsource-variable/golos-text", "bootstrap", "lucide-static"];

/** Writes only what differs, so that an unchanged asset does not make cargo build again. */
function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = Buffer.from(content);
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
  kept.add(path);
}
const kept = new Set();

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function styles() {
  for (const path of filesOf(join(source, "scss"))) {
    const name = basename(path);
    if (name.startsWith("_") || extname(name) !== ".scss") continue;
    const { css } = sass.compile(path, {
      loadPaths: [modules],
      style: "compressed",
      // Bootstrap 5.3 is written with @import; its warnings are for its authors.
      quietDeps: true,
      silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
    });
    put(join(site, "css", name.replace(/\.scss$/, ".css")), css.replace(/^\uFEFF/, ""));
  }
}

function taken() {
  for (const [name, file, folder] of TAKEN) {
    put(join(dist, folder, basename(file)), readFileSync(join(modules, name, file)));
  }
  for (const path of filesOf(join(source, "js"))) {
    put(join(site, "js", path.slice(join(source, "js").length + 1)), readFileSync(path));
  }
}

/** Our own drawings, and those of `lucide.txt` (`our-name lucide-name` a line), as bare shapes. */
function icons() {
  const own = filesOf(join(source, "icons")).filter((path) => extname(path) === ".svg");
  for (const path of own) put(join(site, "icons", basename(path)), shapes(readFileSync(path, "utf8")));
  const list = join(source, "icons", "lucide.txt");
  if (!existsSync(list)) return;
  for (const line of readFileSync(list, "utf8").split("\n")) {
    const [ours, theirs] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (!ours) continue;
    const drawing = join(modules, "lucide-static", "icons", `${theirs}.svg`);
    if (!existsSync(drawing)) throw new Error(`assets/icons/lucide.txt: lucide has no icon «${theirs}»`);
    put(join(site, "icons", `${ours}.svg`), shapes(readFileSync(drawing, "utf8")));
  }
}

/** What stands inside `<svg>`: the page prints the frame, with its own size and label. */
function shapes(svg) {
  const inner = svg.replace(/<!--[\s\S]*?-->/g, "").match(/<svg[^>]*>([\s\S]*)<\/svg>/);
  return inner[1].replace(/\s*\n\s*/g, "").trim();
}

function licences() {
  const parts = EMBEDDED.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
    const texts = readdirSync(join(modules, name))
      .filter((file) => /^licen[cs]e/i.test(file))
      .sort()
      .map((file) => readFileSync(join(modules, name, file), "utf8").trim());
    return `${name} ${version} (${license})\n\n${texts.join("\n\n")}\n`;
  });
  put(join(site, "licences.txt"), parts.join(`\n${"-".repeat(72)}\n\n`));
}

function removeForgotten() {
  for (const path of filesOf(dist)) if (!kept.has(path)) rmSync(path);
}

mkdirSync(dist, { recursive: true });
styles();
taken();
icons();
licences();
removeForgotten();
