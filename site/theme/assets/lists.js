/* Tables that sort and filter; the address holds what is chosen, so that a choice can be shared. */
"use strict";
(() => {
  const value = (row, key, column) => {
    if (key === "date") return row.dataset.date;
    const text = row.children[column].textContent.trim();
    return key === "count" ? Number(text) : text;
  };
  const compare = new Intl.Collator("vi", { numeric: true }).compare;

  const sort = (table, header, direction) => {
    const key = header.dataset.key;
    const column = [...header.parentElement.children].indexOf(header);
    table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    const rows = [...table.tBodies[0].rows].map((row) => [value(row, key, column), row]);
    const order = key === "count" ? (one, other) => one - other : compare;
    rows.sort(([one], [other]) => direction * order(one, other));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  };

  const remember = (name, chosen) => {
    const address = new URL(location.href);
    if (chosen) address.searchParams.set(name, chosen);
    else address.searchParams.delete(name);
    history.replaceState(null, "", address);
  };

  document.querySelectorAll("table.sortable").forEach((table) => {
    table.querySelectorAll("th[data-key]").forEach((header) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      header.replaceChildren(button);
      button.addEventListener("click", () => {
        const direction = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        sort(table, header, direction);
        remember("xep", `${header.dataset.key}${direction < 0 ? "-" : ""}`);
      });
    });
    const asked = new URLSearchParams(location.search).get("xep");
    const header = asked && [...table.querySelectorAll("th[data-key]")].find((cell) => cell.dataset.key === asked.replace("-", ""));
    if (header) sort(table, header, asked.endsWith("-") ? -1 : 1);
  });

  const table = document.querySelector("table[data-filter]");
  if (!table) return;
  const form = document.getElementById(table.dataset.filter);
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, ` ${chithi.tokens(row.textContent).map((token) => token.folded).join(" ")} `]));
  const fields = [...form.elements].filter((element) => element.name);

  const filter = () => {
    const chosen = new FormData(form);
    const words = chithi.tokens(chosen.get("q")).map((token) => ` ${token.folded}`);
    let shown = 0;
    rows.forEach((row) => {
      const passes = [...chosen].every(([name, wanted]) => name === "q" || !wanted || row.dataset[name] === wanted);
      row.hidden = !(passes && words.every((word) => texts.get(row).includes(word)));
      shown += !row.hidden;
    });
    form.querySelector("output").textContent = shown === rows.length ? "" : `${shown} trong ${rows.length} văn bản`;
    document.querySelector(".empty").hidden = shown > 0;
  };
  const asked = new URLSearchParams(location.search);
  fields.forEach((field) => { field.value = asked.get(field.name) ?? ""; });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    remember(event.target.name, event.target.value);
    filter();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    fields.forEach((field) => remember(field.name, ""));
    filter();
  }));
  filter();
})();
