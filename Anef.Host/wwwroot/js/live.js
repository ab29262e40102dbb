// Keeps a page up to date while it is looked at. Without this script the page is brought up to date by reloading.
// <div data-live="/address/of/the/feed" data-since="place" data-words="what to say"> holds sections with ids;
// a section is replaced only when it changed, and never under somebody's hands.

const region = document.querySelector("[data-live]");
const said = document.querySelector("[data-live-said]");
let feed = null;
let last = region?.dataset.since ?? "0";
let asking = false;
let again = false;

/** The same section, whatever the form's secret of the day is. */
const essence = (section) => {
  const copy = section.cloneNode(true);
  for (const secret of copy.querySelectorAll("input[name=__RequestVerificationToken]")) secret.remove();
  for (const disclosure of copy.querySelectorAll("details")) disclosure.removeAttribute("open");
  for (const button of copy.querySelectorAll("[data-copy]")) { button.hidden = true; button.querySelector("[role=status]")?.replaceChildren(); }
  for (const form of copy.querySelectorAll("form")) form.removeAttribute("data-sent");
  return copy.innerHTML;
};

const touched = (field) =>
  field.type === "file" ? field.files.length > 0
  : field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? [...field.options].some((option) => option.selected !== option.defaultSelected && !(option.index === 0 && option.selected))
  : field.value !== field.defaultValue;

/** A form with something typed in it stands as it is; the rest of its section is renewed around it. */
const keepForms = (old, fresh) => {
  for (const form of old.querySelectorAll("form[id]")) {
    const busy = form.contains(document.activeElement) || [...form.elements].some((field) => field.name && field.type !== "hidden" && touched(field));
    const place = fresh.querySelector(`#${CSS.escape(form.id)}`);
    if (busy && place) place.replaceWith(form);
  }
};

const renew = (old, fresh) => {
  const focused = document.activeElement;
  const within = old.contains(focused);
  const caret = within && typeof focused.selectionStart === "number" ? [focused.selectionStart, focused.selectionEnd] : null;
  for (const disclosure of old.querySelectorAll("details[open]")) {
    const owner = disclosure.closest("[id]");
    const index = owner ? [...owner.querySelectorAll("details")].indexOf(disclosure) : -1;
    const same = owner && (owner === old ? fresh : fresh.querySelector(`#${CSS.escape(owner.id)}`));
    same?.querySelectorAll("details")[index]?.setAttribute("open", "");
  }
  keepForms(old, fresh);
  old.replaceWith(fresh);
  if (!within) return;
  const target = focused.isConnected ? focused : focused.id ? document.getElementById(focused.id) : null;
  if (target) {
    target.focus({ preventScroll: true });
    if (caret) target.setSelectionRange?.(...caret);
  } else {
    fresh.setAttribute("tabindex", "-1");
    fresh.focus({ preventScroll: true });
  }
};

const apply = (page) => {
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[data-live]");
  if (!fresh) return;
  let changed = false;
  for (const section of [...fresh.children].filter((child) => child.id)) {
    const old = document.getElementById(section.id);
    if (old?.parentElement === region && essence(old) !== essence(section)) {
      renew(old, document.importNode(section, true));
      changed = true;
    } else if (!old) {
      const before = [...fresh.children].slice([...fresh.children].indexOf(section) + 1).map((next) => document.getElementById(next.id)).find((next) => next?.parentElement === region);
      region.insertBefore(document.importNode(section, true), before ?? null);
      changed = true;
    }
  }
  for (const old of [...region.children].filter((child) => child.id && !fresh.querySelector(`:scope > #${CSS.escape(child.id)}`)))
    if (!old.contains(document.activeElement)) { old.remove(); changed = true; }
  for (const button of region.querySelectorAll("[data-copy]")) button.hidden = false;
  if (changed && said) {
    said.textContent = "";
    requestAnimationFrame(() => { said.textContent = region.dataset.words ?? ""; });
  }
};

/** One at a time; what happens meanwhile is looked at afterwards. */
const look = async () => {
  if (asking) { again = true; return; }
  asking = true;
  do {
    again = false;
    try {
      const answer = await fetch(location.pathname + location.search, { credentials: "same-origin", cache: "no-store", redirect: "manual" });
      if (answer.ok) apply(await answer.text());
    } catch { /* the network is away; the feed says when it is back */ }
  } while (again);
  asking = false;
};

const listen = () => {
  if (feed) return;
  feed = new EventSource(`${region.dataset.live}?depuis=${encodeURIComponent(last)}`);
  feed.addEventListener("change", (event) => {
    last = event.lastEventId || last;
    look();
  });
};

const rest = () => {
  feed?.close();
  feed = null;
};

if (region && "EventSource" in window) {
  // A page that nobody sees costs nothing; it catches up when it is seen again.
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", () => { if (!document.hidden) listen(); });
  if (!document.hidden) listen();
}
