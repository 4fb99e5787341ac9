// The desk works without this file. It adds: any passage can be linked to, not only those that were filed;
// the layers chosen on an article stay chosen on the next one.
"use strict";

const text = document.querySelector("[data-text]");

function at(offset) {
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const points = Array.from(node.data).length;
    if (passed + points >= offset) {
      return [node, Array.from(node.data).slice(0, offset - passed).join("").length];
    }
    passed += points;
  }
  return null;
}

function light() {
  const asked = /^#s-(\d+)-(\d+)$/.exec(location.hash);
  if (!text || !window.CSS || !CSS.highlights) return;
  CSS.highlights.delete("passage");
  if (!asked || document.getElementById(location.hash.slice(1))) return;
  const from = at(Number(asked[1]) + 1);
  const to = at(Number(asked[2]));
  if (!from || !to) return;
  const range = document.createRange();
  range.setStart(from[0], Math.max(0, from[1] - 1));
  range.setEnd(to[0], to[1]);
  CSS.highlights.set("passage", new Highlight(range));
  from[0].parentElement.scrollIntoView({ block: "center" });
}

function keep(box) {
  try {
    const kept = sessionStorage.getItem(box.id);
    if (kept !== null) box.checked = kept === "yes";
    box.addEventListener("change", () => sessionStorage.setItem(box.id, box.checked ? "yes" : "no"));
  } catch {
    // storage is switched off: the boxes work all the same
  }
}

window.addEventListener("hashchange", light);
light();
document.querySelectorAll(".layers input").forEach(keep);
