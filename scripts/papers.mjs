//! Makes every kind of paper from its sample and asks LibreOffice: `node scripts/papers.mjs [FOLDER]`.
//! It looks whether the Word files open, and whether no letter is lost in our PDF and in the one that
//! LibreOffice makes. Needs a built program, `soffice`, `pdftotext` and `unzip`. Deliberately absent:
//! looks, which a person judges by the files that stay in FOLDER.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const estafeta = process.env.ESTAFETA ?? "target/debug/estafeta";
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), "papers-"));
const run = (program, args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

mkdirSync(join(folder, "office"), { recursive: true });
const kinds = JSON.parse(run(estafeta, ["document", "--list", "--format", "json"])).map(it => it.kind);
for (const kind of kinds) {
  const data = join(folder, `${kind}.json`);
  writeFileSync(data, run(estafeta, ["document", kind, "--example"]));
  for (const format of ["docx", "pdf"]) {
    run(estafeta, ["document", kind, "--data", data, "--out", join(folder, `${kind}.${format}`)]);
  }
}

const files = readdirSync(folder).filter(it => it.endsWith(".docx")).map(it => join(folder, it));
run("soffice", [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", "pdf", "--outdir", join(folder, "office"), ...files]);

// Lines to fill and spaces are drawn by each program in its own way; a box to tick is no letter to typst.
const letters = (text) => {
  const counts = new Map();
  for (const it of text.replace(/[\s_\u00a0\u202f\u00ad□☐]+/g, "")) counts.set(it, (counts.get(it) ?? 0) + 1);
  return counts;
};
const entities = { amp: "&", lt: "<", gt: ">", quot: '"' };
const ofWord = (file) =>
  [...run("unzip", ["-p", file, "word/document.xml"]).matchAll(/<w:t[^>]*>([^<]*)/g)]
    .map(([, text]) => text.replace(/&(\w+);/g, (_, name) => entities[name]))
    .join("");
const ofPdf = (file) => run("pdftotext", ["-layout", file, "-"]);

let lost = 0;
for (const kind of kinds) {
  const wanted = letters(ofWord(join(folder, `${kind}.docx`)));
  for (const file of [join(folder, `${kind}.pdf`), join(folder, "office", `${kind}.pdf`)]) {
    // Headers of tables and numbers of pages are there more than once: a PDF may have more.
    const have = letters(ofPdf(file));
    const missing = [...wanted].filter(([letter, count]) => (have.get(letter) ?? 0) < count);
    if (missing.length !== 0) {
      lost += 1;
      console.log(`${file}: lost ${missing.map(([letter]) => letter).join(" ")}`);
    }
  }
}
console.log(`${kinds.length} kinds, ${lost} PDF files that lost letters; all files in ${folder}`);
process.exit(lost === 0 ? 0 : 1);
