/* What every page has: light or dark, links that work from a disk, the search box of the masthead, due dates. */
"use strict";
(() => {
  const root = document.documentElement;

  const themes = ["", "light", "dark"];
  const names = { "": "theo máy", light: "sáng", dark: "tối" };
  const button = document.querySelector(".theme-button");
  const show = (theme) => {
    root.dataset.theme = theme;
    button.setAttribute("aria-label", `Nền: ${names[theme]}. Đổi nền sáng, tối`);
    button.title = `Nền: ${names[theme]}`;
  };
  show(themes.includes(root.dataset.theme) ? root.dataset.theme : "");
  button.addEventListener("click", () => {
    const theme = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
    show(theme);
    try {
      localStorage.setItem("chithi.theme", theme);
    } catch {
      /* Storage may be closed to us; then the choice lasts as long as the page. */
    }
  });

  /* No server turns «x/» into «x/index.html» on a disk. */
  if (location.protocol === "file:") {
    const whole = (address) => address.replace(/\/(?=[?#]|$)/, "/index.html");
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link?.protocol === "file:") link.href = whole(link.href);
    }, true);
    document.querySelectorAll("form[action]").forEach((form) => { form.action = whole(form.action); });
  }

  /* The words that a search looked for, marked with their accents as they stand: in the clause that a result leads
     to, or in the head of its page. */
  const mark = (places, query) => {
    const nodes = [];
    let text = "";
    for (const place of places) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        nodes.push([walker.currentNode, text.length]);
        text += walker.currentNode.data;
      }
      text += "\n";
    }
    const found = chithi.spans(text, chithi.parse(query));
    for (const [node, start] of nodes.reverse()) {
      for (const [from, to] of [...found].reverse()) {
        const first = Math.max(from - start, 0);
        const last = Math.min(to - start, node.data.length);
        if (first >= last || !node.data.slice(first, last).trim()) continue;
        const range = document.createRange();
        range.setStart(node, first);
        range.setEnd(node, last);
        range.surroundContents(document.createElement("mark"));
      }
    }
  };
  const asked = new URLSearchParams(location.search).get("q");
  // A page with a search of its own has other words in its address.
  if (asked && !document.querySelector("form [name=q]:not(#seek)")) {
    const clause = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".clause");
    const head = document.querySelector(".document-head, .page-head");
    if (clause) mark(clause.querySelectorAll(".words"), asked);
    else if (head) mark(head.querySelectorAll(".document-kind, h1, .lede, dd, .basis:not(dd .basis)"), asked);
  }

  /* Due dates: how long still, by the reader's own clock. */
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  const daysLeft = (line) => {
    const [year, month, day] = line.dataset.due.split("-").map(Number);
    return Math.round((new Date(year, month - 1, day) - today) / 86400000);
  };
  document.querySelectorAll(".deadline-when[data-due]").forEach((line) => {
    const left = daysLeft(line);
    line.classList.toggle("is-past", left < 0);
    if (left < 0 || left > 90) return;
    const note = document.createElement("span");
    note.className = "countdown";
    note.textContent = left ? `còn ${left} ngày` : "hôm nay";
    line.append(note);
  });

  /* What is due next and was due: sorted anew, since the page was made on another day. */
  const lists = document.querySelectorAll("[data-due-list]");
  const entries = [...lists].flatMap((list) => [...list.children]).map((entry) => [daysLeft(entry.querySelector("[data-due]")), entry]);
  lists.forEach((list) => {
    const ahead = list.dataset.dueList === "ahead";
    const own = entries.filter(([left]) => (left >= 0) === ahead).sort(([one], [other]) => (ahead ? one - other : other - one));
    list.replaceChildren(...own.map(([, entry]) => entry));
    own.forEach(([, entry], index) => { entry.hidden = index >= Number(list.dataset.shown); });
    list.nextElementSibling.hidden = own.length > 0;
  });
  document.querySelectorAll(".due-since").forEach((note) => note.remove());

  /* The theme's search box: the first results as one types, the search page on Enter. */
  const toggle = document.querySelector("[data-md-toggle=search]");
  const box = document.querySelector("[data-md-component=search]");
  const input = box.querySelector("[data-md-component=search-query]");
  const output = box.querySelector("[data-md-component=search-result]");
  const meta = output.querySelector(".md-search-result__meta");
  const list = output.querySelector(".md-search-result__list");
  const all = output.querySelector(".md-search-result__all");
  const opener = document.querySelector(".md-search__open");
  const base = new URL(input.dataset.index, location.href).href;
  const index = new chithi.Index(base);
  const home = new URL("..", base).href;
  const FIRST = 6;
  const SHORT = 130;
  let turn = 0;

  const fill = (rows, said, query) => {
    list.replaceChildren(...rows);
    meta.textContent = said;
    all.hidden = !rows.length;
    all.href = `${base}?q=${encodeURIComponent(query)}`;
  };
  const row = (unit, query) => {
    const made = chithi.item(unit, query, home, SHORT);
    made.classList.add("md-search-result__item");
    made.firstChild.classList.add("md-search-result__link");
    const also = chithi.alsoSaid(unit);
    if (also) made.querySelector(".result-name").append(` · ${also}`);
    return made;
  };
  const answer = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    if (!query) return void fill([], chithi.HINT, query);
    const rows = [];
    let more = false;
    try {
      for await (const unit of index.search(query)) {
        if (mine !== turn) return;
        more = rows.length === FIRST;
        if (more) break;
        rows.push(row(unit, query));
      }
    } catch {
      if (mine === turn) fill([], chithi.OFFLINE, query);
      return;
    }
    if (mine !== turn) return;
    fill(rows, rows.length ? `${more ? "Hơn " : ""}${rows.length} kết quả` : chithi.NONE, query);
  };

  const open = () => {
    toggle.checked = true;
    if (!meta.textContent) answer();
    input.focus();
  };
  const close = () => { toggle.checked = false; };
  let waiting = 0;
  input.addEventListener("focus", open);
  input.addEventListener("click", open);
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    toggle.checked = true;
    waiting = setTimeout(answer, 120);
  });
  box.querySelector(".md-search__clear").addEventListener("click", () => { input.value = ""; answer(); input.focus(); });
  box.addEventListener("focusout", (event) => { if (event.relatedTarget && !box.contains(event.relatedTarget)) close(); });
  box.querySelector(".md-search__back").addEventListener("click", () => { close(); opener.focus(); });
  opener.addEventListener("click", (event) => { event.preventDefault(); open(); });
  toggle.addEventListener("change", () => { if (toggle.checked) open(); });
  addEventListener("pageshow", close);

  /* The theme's keys: / s f open, arrows walk, Escape closes. */
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      (getComputedStyle(opener).display === "none" ? input : opener).focus({ preventScroll: true });
      toggle.checked = false;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const stops = [input, ...output.querySelectorAll("a:not([hidden])")];
      const at = stops.indexOf(document.activeElement);
      if (!toggle.checked || at < 0) return;
      event.preventDefault();
      stops[(at + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length].focus();
    }
  });
  const writing = (element) => element.matches("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (!["/", "s", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    const own = document.querySelector(".search-form input");
    if (own) own.focus();
    else open();
  });

  const menu = document.querySelector(".menu");
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
})();
