// A key for every act of a page: [data-key] names it, data-key-words says it, ? lists them all.
// A key leads to its act and never does it: Enter does. They can be switched off, as those who speak to their machine must be able to.

const Off = "anef.keys.off";
const isOff = () => { try { return localStorage.getItem(Off) === "yes"; } catch { return false; } };
const switchTo = off => { try { off ? localStorage.setItem(Off, "yes") : localStorage.removeItem(Off); } catch { /* then for this page alone */ } };

const acts = [...document.querySelectorAll("[data-key]")];
for (const act of acts) act.setAttribute("aria-keyshortcuts", act.dataset.key);

/** Typing goes to the field that is typed in. */
const isTyping = target => target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") || document.querySelector("dialog[open]");

function lead(act) {
  const closed = act.closest("details:not([open])");
  if (closed) closed.open = true;
  if (act.tagName === "SUMMARY") act.parentElement.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
  else act.focus();
  act.scrollIntoView({ block: "nearest" });
}

/** In a list, j and k go from line to line. */
function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0) return false;
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))].focus();
  return true;
}

function list() {
  const dialog = document.createElement("dialog");
  dialog.className = "anef-keys";
  dialog.setAttribute("aria-labelledby", "anef-keys-title");
  const title = Object.assign(document.createElement("h2"), { id: "anef-keys-title", textContent: "Raccourcis du clavier" });
  const table = document.createElement("dl");
  table.className = "anef-facts";
  const line = (key, words) => {
    const term = document.createElement("dt");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    table.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
  };
  for (const act of acts) line(act.dataset.key, act.dataset.keyWords || act.textContent.trim());
  if (document.querySelector("[data-row]")) { line("j", "Ligne suivante"); line("k", "Ligne précédente"); }
  line("?", "Cette liste");
  const box = document.createElement("p");
  const label = document.createElement("label");
  const check = Object.assign(document.createElement("input"), { type: "checkbox", checked: isOff() });
  check.addEventListener("change", () => switchTo(check.checked));
  label.append(check, " Ne plus utiliser les raccourcis sur cet appareil (sauf ?)");
  box.append(label);
  const close = Object.assign(document.createElement("button"), { type: "button", className: "fr-btn", textContent: "Fermer" });
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, table, box, close);
  const before = document.activeElement;
  dialog.addEventListener("close", () => { dialog.remove(); before?.focus?.(); });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  if (event.key === "?") { event.preventDefault(); list(); return; }
  if (isOff()) return;
  const act = acts.find(a => a.dataset.key === event.key && !a.disabled);
  if (act) { event.preventDefault(); lead(act); }
  else if (event.key === "j" || event.key === "k") { if (step(event.key === "j" ? 1 : -1)) event.preventDefault(); }
});

for (const help of document.querySelectorAll("[data-keys-help]")) {
  help.hidden = false;
  help.addEventListener("click", list);
}

// A document is fetched when it is opened, and not before: opening is written down.
for (const viewer of document.querySelectorAll("details[data-viewer]"))
  viewer.addEventListener("toggle", () => {
    if (!viewer.open || viewer.dataset.shown) return;
    viewer.dataset.shown = "yes";
    const { viewer: address, viewerType: type, viewerWords: words } = viewer.dataset;
    if (type === "application/pdf") viewer.append(Object.assign(document.createElement("object"), { data: address, type, title: words, className: "anef-viewer__content" }));
    else if (type !== "image/heic") viewer.append(Object.assign(document.createElement("img"), { src: address, alt: words, className: "anef-viewer__content" }));
  });

// Ticking all lines of a list at once.
for (const all of document.querySelectorAll("[data-all]")) {
  all.closest("[hidden]")?.removeAttribute("hidden");
  all.addEventListener("change", () => document.querySelectorAll(`input[name="${all.dataset.all}"]`).forEach(box => { box.checked = all.checked; }));
}

// Work that goes on elsewhere: the page is asked again until it is over.
const progress = document.querySelector("[data-progress]");
if (progress) {
  const again = async () => {
    const answer = await fetch(location.href, { headers: { "X-Requested-With": "progress" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-progress]");
    if (!fresh) { location.reload(); return; }
    document.querySelector("[data-progress]").replaceWith(document.importNode(fresh, true));
    if (fresh.dataset.progress === "going") setTimeout(again, 1000);
  };
  if (progress.dataset.progress === "going") setTimeout(again, 1000);
}

for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
