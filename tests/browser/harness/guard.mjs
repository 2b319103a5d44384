//! Watches a page while a test uses it: requests to another host, errors on the console (a broken
//! content security policy shows there), exceptions of scripts, answers of 500 and above.
//! Deliberately absent: a list of things to overlook.

/** Begins to watch `context`; the complaints gather in the array that is returned. */
export function guard(context, home) {
  const complaints = [];
  const host = new URL(home).host;
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (["data:", "blob:"].includes(url.protocol)) return;
    if (url.host !== host) complaints.push(`asks another host: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} for ${response.url()}`);
  });
  context.on("weberror", (error) => complaints.push(`exception: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error" && !isAnswerToNavigation(message)) {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  return complaints;
}

/** Chromium also logs a page that was answered with 404 or 422; the test itself looks at those. */
function isAnswerToNavigation(message) {
  const here = message.page()?.url();
  return message.text().startsWith("Failed to load resource") && message.location().url === here;
}
