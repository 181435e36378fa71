/* The search page: results clause by clause, with filters; the address holds the query. */
"use strict";
(() => {
  const form = document.getElementById("tim");
  const input = form.elements.q;
  const state = document.querySelector(".search-state");
  const list = document.getElementById("ket-qua");
  const help = document.querySelector(".search-help");
  const base = new URL(input.dataset.index, location.href).href;
  const home = new URL("..", base).href;
  const index = new chithi.Index(base);
  const fields = [...form.elements].filter((element) => element.name);
  const STEP = 10;
  let turn = 0;

  const offer = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "more-results button";
    button.textContent = words;
    button.addEventListener("click", () => {
      button.remove();
      act();
    });
    list.after(button);
  };

  const page = async (results, query, mine, wide) => {
    let step = { done: false };
    for (let count = 0; count < STEP; count += 1) {
      step = await results.next();
      if (mine !== turn) return;
      if (step.done) break;
      const row = chithi.item(step.value, query, home);
      if (step.value.others.length) row.append(chithi.others(step.value, query, home, index));
      list.append(row);
    }
    const shown = list.children.length;
    state.textContent = shown ? `${step.done ? "" : "Hơn "}${shown} kết quả` : chithi.NONE;
    if (!step.done) offer("Xem thêm", () => page(results, query, mine, wide));
    else if (shown && !wide && chithi.canWiden(query)) offer("Cả nơi có đủ các từ nhưng không liền nhau", () => run(true));
  };

  const run = async (wide = false) => {
    const mine = ++turn;
    const query = input.value.trim();
    const filters = Object.fromEntries(fields.filter((field) => field !== input).map((field) => [field.name, field.value]));
    document.querySelector(".more-results")?.remove();
    list.replaceChildren();
    state.textContent = query ? "Đang tìm …" : "";
    help.hidden = Boolean(query);
    if (!query) return;
    try {
      await page(index.search(query, filters, wide), query, mine, wide);
    } catch {
      if (mine === turn) state.textContent = chithi.OFFLINE;
    }
  };

  const remember = (push) => {
    const address = new URL(location.href);
    fields.forEach((field) => (field.value ? address.searchParams.set(field.name, field.value) : address.searchParams.delete(field.name)));
    history[push ? "pushState" : "replaceState"](null, "", address);
  };
  const recall = () => {
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => { field.value = asked.get(field.name) ?? ""; });
    run();
  };

  let waiting = 0;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    remember(true);
    run();
  });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { remember(false); run(); }, 180);
  });
  addEventListener("popstate", recall);
  recall();
  if (!input.value) input.focus();
})();
