// What every page shares. Each page works without it.

/** Leaves at once and takes this page's address out of the tab's history. */
function leave(address) {
  document.documentElement.hidden = true;
  window.open(address, "_blank", "noopener,noreferrer");
  window.location.replace(address);
}

const exit = document.querySelector("[data-quick-exit]");
if (exit) {
  exit.addEventListener("click", event => { event.preventDefault(); leave(exit.href); });
  let presses = 0, last = 0;
  document.addEventListener("keydown", event => {
    if (event.key !== "Shift") { presses = 0; return; }
    if (event.repeat) return;
    presses = event.timeStamp - last < 1500 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave(exit.href);
  });
}

// What is wrong with a form is the first thing to hear and to see.
document.querySelector("[data-errors]")?.focus();

// A second press of the same button sends nothing twice.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
});
// Coming back by the browser's own button, a form can be sent again.
window.addEventListener("pageshow", event => { if (event.persisted) document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent); });

// A long form that was changed and not sent asks before it is left.
for (const form of document.querySelectorAll("form[data-guard]")) {
  let changed = false;
  form.addEventListener("input", () => changed = true);
  form.addEventListener("submit", () => changed = false);
  window.addEventListener("beforeunload", event => { if (changed) event.preventDefault(); });
}

// Words that can be copied with one press, those too that came after the page.
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
  button.querySelector("[role=status]")?.replaceChildren(button.dataset.copied ?? "✓");
});
