// What pages do a little faster with a script; without it every form works the same.
// Deliberately absent: libraries, requests to other hosts, anything a page depends on.
"use strict";

// A refusal is read first; browsers that do not know `autofocus` on a block are helped.
window.addEventListener("load", () => {
  const refusal = document.getElementById("refusal");
  if (refusal && document.activeElement === document.body) refusal.focus();
});

// The pressed button says that it works, and a second press is not sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method !== "post" || form.target) return;
  form.dataset.sent = "yes";
  if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
});
// Coming back by «Back» finds the form ready again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
});

// A file that is too large is said before anybody waits for it to be sent.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.type !== "file" || !field.dataset.most) return;
  const isLarge = [...field.files].some((file) => file.size > Number(field.dataset.most));
  field.setCustomValidity(isLarge ? field.dataset.large : "");
  if (isLarge) field.reportValidity();
});

// A place with data-read="/address" data-from="field" shows how the text of the field is understood
// while it is typed: the text is sent there, and the answer replaces the <output> in the place.
// data-with="text result" names the ids of fields that the reading looks at as well.
const PAUSE_MS = 300;
const timers = new WeakMap();
document.addEventListener("input", (event) => {
  const field = event.target;
  const place = field.id && document.querySelector(`[data-read][data-from="${field.id}"]`);
  if (!place) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => read(field, place), PAUSE_MS));
});
async function read(field, place) {
  const asked = new URLSearchParams([[field.name, field.value]]);
  for (const id of (place.dataset.with || "").split(" ").filter(Boolean)) {
    const beside = document.getElementById(id);
    if (beside) asked.append(beside.name, beside.value);
  }
  try {
    const answer = await fetch(`${place.dataset.read}?${asked}`, { headers: { accept: "text/html" } });
    // A slower answer to an earlier text must not replace the reading of this one.
    if (!answer.ok || field.value !== asked.get(field.name)) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = page.querySelector("output");
    if (told) place.replaceChildren(told);
  } catch {
    // A weak network: the reading stays as it was, the form itself still works.
  }
}

// Rows of a draft are dragged to their place; the buttons beside them do the same step by step.
const drop = document.getElementById("drop");
if (drop) {
  let dragged = null;
  const marked = () => document.querySelectorAll(".order .over-before, .order .over-after");
  const clear = () => { for (const one of marked()) one.classList.remove("over-before", "over-after"); };
  for (const row of document.querySelectorAll(".order [data-row]")) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      row.classList.add("dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.dataset.row);
    });
    row.addEventListener("dragend", () => { row.classList.remove("dragged"); dragged = null; clear(); });
    row.addEventListener("dragover", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      clear();
      row.classList.add(`over-${sideOf(row, event)}`);
    });
    row.addEventListener("drop", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      drop.action = `${drop.dataset.rows}${dragged.dataset.row}/move`;
      drop.elements.beside.value = row.dataset.row;
      drop.elements.side.value = sideOf(row, event);
      drop.submit();
    });
  }
}
function sideOf(row, event) {
  const box = row.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2 ? "before" : "after";
}

// A button with data-copy="field" takes the text of the field along, and says so.
window.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(document.getElementById(button.dataset.copy), button);
});
async function copy(field, button) {
  field.select();
  try {
    // Over plain http, as in most schools, browsers have only the older way.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else if (!document.execCommand("copy")) return;
  } catch {
    // The text stays marked: Ctrl+C takes it along.
    return;
  }
  button.querySelector("[aria-live]").textContent = button.dataset.copied;
}

// The paper beside the text of a template follows the typing: the form is sent for a look, which saves
// nothing, and the place of the paper takes what stands there in the answer.
const template = document.querySelector("form[data-preview]");
if (template) {
  let waiting;
  let asked = 0;
  const look = async () => {
    const turn = ++asked;
    const fields = new URLSearchParams(new FormData(template));
    // A look is no sending of the form: its key stays unused.
    fields.delete("form_key");
    try {
      const answer = await fetch(template.dataset.preview, { method: "POST", body: fields, headers: { accept: "text/html" } });
      if (turn !== asked || !answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = page.getElementById("preview");
      if (told) document.getElementById("preview").replaceChildren(...told.childNodes);
    } catch {
      // A weak network: the button does the same.
    }
  };
  template.addEventListener("input", (event) => {
    if (!["text", "sample"].includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(look, 2 * PAUSE_MS);
  });
  // A remark leads to its line.
  document.addEventListener("click", (event) => {
    const line = event.target.closest("[data-line]")?.dataset.line;
    if (!line) return;
    event.preventDefault();
    const field = template.elements.text;
    const lines = field.value.split("\n");
    const from = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
    field.focus();
    field.setSelectionRange(from, from + (lines[line - 1] ?? "").length);
    field.scrollTop = Math.max(0, (line - 5) * field.scrollHeight / lines.length);
  });
}

// A button with data-insert puts its text where the cursor stands in the field data-into.
window.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.hidden = !document.getElementById(button.dataset.into)?.form;
  }
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  const field = button && document.getElementById(button.dataset.into);
  if (!field) return;
  field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
