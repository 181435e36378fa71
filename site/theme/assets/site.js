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
  button.hidden = false;
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

  /* The box in the masthead: the first results as one types, the search page on Enter. */
  const input = document.getElementById("seek");
  const list = document.getElementById("seek-results");
  const base = new URL(input.dataset.index, location.href).href;
  const index = new chithi.Index(base);
  const home = new URL("..", base).href;
  let turn = 0;

  const say = (words) => {
    const note = document.createElement("p");
    note.className = "seek-note";
    note.textContent = words;
    list.replaceChildren(note);
  };
  const answer = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    list.hidden = !query;
    if (!query) return;
    const rows = document.createElement("ol");
    rows.className = "results";
    try {
      for await (const unit of index.search(query)) {
        rows.append(chithi.item(unit, query, home));
        if (rows.children.length === 6 || mine !== turn) break;
      }
    } catch {
      say(chithi.OFFLINE);
      return;
    }
    if (mine !== turn) return;
    if (!rows.children.length) return void say(chithi.NONE);
    const all = document.createElement("a");
    all.className = "seek-all";
    all.href = `${base}?q=${encodeURIComponent(query)}`;
    all.textContent = "Mọi kết quả, với bộ lọc";
    list.replaceChildren(rows, all);
  };

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(answer, 120);
  });
  input.addEventListener("focus", () => { list.hidden = !input.value.trim() || !list.children.length; });
  document.addEventListener("click", (event) => { if (!event.target.closest(".seek")) list.hidden = true; });
  document.querySelector(".seek").addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      list.hidden = true;
      input.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && links.length && !list.hidden) {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      (links[next] ?? input).focus();
    }
  });

  const writing = (element) => element.matches("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    event.preventDefault();
    (document.querySelector(".search-form input") ?? input).focus();
  });

  const menu = document.querySelector(".menu");
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
})();
