// Keys as feed readers have them. Items are what carries data-item; what a key does is pressed on a link or button
// that is on the page anyway: [data-open], [data-original], [data-read], [data-star]. Not loaded where switched off.

const PATIENCE = 1500; // milliseconds between g and the key after it

const places = document.getElementById("keys");
const items = () => Array.from(document.querySelectorAll("[data-item]")).filter((item) => item.offsetParent !== null);
let current = null;
let going = 0;

function choose(item) {
  if (!item) return;
  current?.removeAttribute("data-current");
  current = item;
  item.setAttribute("data-current", "");
  if (!item.hasAttribute("tabindex")) item.setAttribute("tabindex", "-1");
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = items();
  const at = all.indexOf(current);
  choose(at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[at + by]);
}

function press(what) {
  const on = current?.isConnected ? current : document.querySelector("main");
  on?.querySelector(what)?.click();
}

function openOriginal() {
  const link = (current?.isConnected ? current : document).querySelector("a[data-original]");
  if (link) window.open(link.href, "_blank", "noopener,noreferrer");
}

function openItem() {
  (current?.querySelector("a[data-open]") ?? current?.querySelector("a[href]"))?.click();
}

function search() {
  const field = Array.from(document.querySelectorAll("input[type=search][name=q]")).find((one) => one.offsetParent);
  if (field) field.focus();
  else location.assign(places.dataset.search);
}

function turn(rel) {
  document.querySelector(`nav.pager a[rel=${rel}]`)?.click();
}

async function sheet() {
  const shown = document.querySelector("dialog.sheet");
  if (shown) return shown.remove();
  const answer = await fetch("/help");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.createElement("dialog");
  dialog.className = "sheet";
  dialog.setAttribute("aria-label", "Keys");
  const close = Object.assign(document.createElement("button"), { textContent: "Close", type: "button" });
  close.addEventListener("click", () => dialog.close());
  page.querySelectorAll("[data-sheet] [id]").forEach((one) => (one.id = `sheet-${one.id}`));
  page.querySelectorAll("[data-sheet] [aria-labelledby]").forEach((one) =>
    one.setAttribute("aria-labelledby", `sheet-${one.getAttribute("aria-labelledby")}`));
  dialog.append(close, ...page.querySelectorAll("[data-sheet] > *"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: openItem,
  Enter: openItem,
  v: openOriginal,
  m: () => press("[data-read]"),
  s: () => press("[data-star]"),
  n: () => turn("next"),
  p: () => turn("prev"),
  "/": search,
  "?": sheet,
};

function isWriting(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target)) return;
  if (event.key === "Enter" && event.target !== current) return;
  if (document.querySelector("dialog[open]") && event.key !== "?") return;
  if (going && event.timeStamp - going < PATIENCE) {
    going = 0;
    const link = places.content.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      location.assign(link.getAttribute("href"));
    }
    return;
  }
  going = event.key === "g" ? event.timeStamp : 0;
  const does = KEYS[event.key];
  if (!does || going) return;
  event.preventDefault();
  does();
}

document.addEventListener("keydown", pressed);
