"use strict";
const LANES_A_SHEET = 16;
(() => {
  const find = document.getElementById("find");
  const individual = document.getElementById("private");
  const shown = document.getElementById("shown");
  // Accents need not be typed, nor letters that no accent explains.
  const plain = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss" };
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[łøđðıæœß]/g, (letter) => plain[letter]).trim().replace(/\s+/g, " ");
  const items = [...document.querySelectorAll("[data-words]")].map((element) => ({
    element,
    words: element.dataset.words.split("\n").map(fold),
    block: element.classList.contains("block"),
    row: element.closest("#list") !== null,
  }));
  const known = new Set(items.flatMap((item) => item.words));

  // A whole name means just that name (C1 is not C10); anything else is looked for inside the names.
  const matches = (item, query) =>
    !query || (known.has(query) ? item.words.includes(query) : item.words.some((word) => word.includes(query)));

  const number = (element, name) => Number(element.style.getPropertyValue(name));

  // The same as side_by_side.py: sessions that overlap, directly or through others, share the width.
  const layOut = (day) => {
    let widest = 1, run = [], free = [], end = 0;
    const close = () => {
      run.forEach((block) => block.style.setProperty("--of", free.length));
      widest = Math.max(widest, free.length);
      run = [];
      free = [];
    };
    for (const block of day.querySelectorAll(".block:not([hidden])")) {
      const from = number(block, "--from"), to = from + number(block, "--for");
      if (from >= end) close();
      let lane = free.findIndex((at) => at <= from);
      if (lane < 0) lane = free.length;
      free[lane] = to;
      block.style.setProperty("--lane", lane);
      run.push(block);
      end = Math.max(end, to);
    }
    close();
    day.style.setProperty("--lanes", widest);
  };

  const show = () => {
    const query = fold(find.value);
    for (const item of items) {
      const off = item.block && !query && !individual.checked && item.element.classList.contains("private");
      item.element.hidden = off || !matches(item, query);
    }
    const days = [...document.querySelectorAll(".day")];
    days.forEach(layOut);
    const lanes = days.reduce((sum, day) => sum + number(day, "--lanes"), 0);
    document.querySelector(".grid")?.classList.toggle("wide", lanes > LANES_A_SHEET);
    const rows = items.filter((item) => item.row);
    const left = rows.filter((item) => !item.element.hidden).length;
    shown.textContent = query ? `${left} of ${rows.length} sessions: ${find.value.trim()}` : "";
  };

  const fromAddress = () => {
    if (!location.hash.startsWith("#find=")) return;
    try {
      find.value = decodeURIComponent(location.hash.slice(6));
    } catch {
      return;
    }
    show();
    window.scrollTo(0, 0);
  };

  const root = document.documentElement;
  const remember = (theme) => {
    root.dataset.theme = theme;
    try { localStorage.setItem("scheduler-theme", theme); } catch { /* a page from a file share may not keep things */ }
  };
  try {
    const kept = localStorage.getItem("scheduler-theme");
    if (kept === "dark" || kept === "light") root.dataset.theme = kept;
  } catch { /* as above */ }
  document.getElementById("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    remember(dark ? "light" : "dark");
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  document.querySelector(".tools").addEventListener("submit", (event) => event.preventDefault());
  find.addEventListener("input", show);
  individual.addEventListener("change", show);
  addEventListener("hashchange", fromAddress);
  show();
  fromAddress();
})();
