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

// A field with data-live="/address" shows how its text is understood while it is typed:
// the form is sent there, and the answer replaces the <output> of the field.
const PAUSE_MS = 300;
const timers = new WeakMap();
document.addEventListener("input", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLElement) || !field.dataset.live) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => read(field), PAUSE_MS));
});
async function read(field) {
  const place = document.getElementById(field.id + "-reading");
  if (!place || !field.form) return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(field.form)) if (typeof value === "string" && name !== "form_key") body.append(name, value);
  body.append("field", field.name);
  try {
    const answer = await fetch(field.dataset.live, { method: "POST", body, headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const read = page.getElementById(place.id) || page.body;
    place.replaceChildren(...read.childNodes);
  } catch {
    // A weak network: the reading stays as it was, the form itself still works.
  }
}
