/* Tables that sort and filter; the address holds what is chosen, so that a choice can be shared. A list too long
   for its page holds the newest rows; the others come from a file when somebody first sorts or filters. */
"use strict";
(() => {
  const SHOWN = 200;
  const collate = new Intl.Collator("vi", { numeric: true }).compare;
  const asked = new URLSearchParams(location.search);

  const remember = (name, chosen) => {
    const address = new URL(location.href);
    if (chosen) address.searchParams.set(name, chosen);
    else address.searchParams.delete(name);
    history.replaceState(null, "", address);
  };
  const day = (iso) => iso.split("-").map(Number).reverse().join("/");

  /** What is known of a row: its fields to filter by, its cells' words, and the row itself. */
  const seen = (row) => ({ row, fields: { ...row.dataset }, words: [...row.cells].map((cell) => cell.textContent.trim()) });

  /** A row of the file, made like the first row of the table when it is to be shown. */
  const filed = (cells, topics, model, name) => {
    const [id, type, number, title, branch, shown, issuer, province, issued, bound, coded] = cells;
    const fields = { loai: type, he: branch, banHanh: issuer, tinh: province, nam: issued.slice(0, 4), date: issued || bound,
      chuDe: coded.map((place) => topics[place]).join(" ") };
    const date = issued ? day(issued) : `Chưa rõ${bound ? `, không trước ${day(bound)}` : ""}`;
    const make = () => {
      const row = model.cloneNode(true);
      row.className = `branch-${branch || "unknown"}`;
      Object.assign(row.dataset, fields);
      const put = (place, words, unknown = "Chưa rõ") => { row.querySelector(place).textContent = words || unknown; };
      put(".kind", name("loai", type));
      put(".number", number, "Chưa rõ số");
      put(".issuer", shown);
      row.querySelector(".basis").textContent = name("he", branch);
      put(".cell-title a", title);
      row.querySelector(".cell-title a").href = new URL(`${encodeURIComponent(id)}/`, new URL("./", location.href)).href;
      const when = document.createElement(issued ? "time" : "span");
      if (issued) when.dateTime = issued;
      else when.className = "unknown";
      when.textContent = date;
      row.querySelector(".cell-date").replaceChildren(when);
      return row;
    };
    return { make, fields, words: [`${name("loai", type)} ${number}`, title, `${shown} ${name("he", branch)}`, date] };
  };

  /** One table: its records in the order chosen, those that pass the filter, and as many as are shown. */
  const manage = (table) => {
    const body = table.tBodies[0];
    const form = document.getElementById(table.dataset.filter ?? "");
    const fields = form ? [...form.elements].filter((element) => element.name) : [];
    const headers = [...table.querySelectorAll("th[data-key]")];
    let records = [...body.rows].map(seen);
    const first = records;
    let limit = SHOWN;
    let order = null;

    const name = (field, code) => [...(form.elements[field]?.options ?? [])].find((option) => option.value === code && code)?.textContent ?? "";
    let rest = null;
    const whole = () => {
      if (!table.dataset.rest) return Promise.resolve();
      rest ??= fetch(table.dataset.rest).then((answer) => answer.json()).then(({ topics, rows }) => {
        records = rows.map((cells, index) => first[index] ?? filed(cells, topics, first[0].row, name));
      });
      return rest;
    };

    const compared = (record) => {
      if (order.key === "date") return record.fields.date;
      const words = record.words[order.column];
      return order.key === "count" ? parseInt(words.replaceAll(".", ""), 10) : words;
    };
    const sorted = () => {
      if (!order) return records;
      const pairs = records.map((record) => [compared(record), record]);
      const compare = order.key === "count" ? (one, other) => one - other : collate;
      return pairs.sort(([one], [other]) => order.direction * compare(one, other)).map(([, record]) => record);
    };
    const holds = (record, field, wanted) => {
      const held = record.fields[field.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] ?? "";
      return held === wanted || (field === "chu-de" && held.split(" ").includes(wanted));
    };
    const passing = () => {
      if (!form) return () => true;
      const chosen = [...new FormData(form)].filter(([field, wanted]) => field !== "q" && wanted);
      const words = chithi.tokens(form.elements.q.value).map((token) => ` ${token.folded}`);
      return (record) => {
        if (!chosen.every(([field, wanted]) => holds(record, field, wanted))) return false;
        if (!words.length) return true;
        record.text ??= ` ${chithi.tokens(record.words.join(" ")).map((token) => token.folded).join(" ")} `;
        return words.every((word) => record.text.includes(word));
      };
    };

    const more = document.createElement("button");
    more.type = "button";
    more.className = "more-rows";
    more.hidden = true;
    more.addEventListener("click", () => { limit += SHOWN; show(); });
    if (table.dataset.rest) table.after(more);

    const show = () => {
      const found = sorted().filter(passing());
      body.replaceChildren(...found.slice(0, limit).map((record) => (record.row ??= record.make())));
      more.hidden = found.length <= limit;
      more.textContent = `Xem thêm (còn ${(found.length - limit).toLocaleString("vi")})`;
      if (!form) return;
      form.querySelector("output").textContent = found.length === records.length ? "" : `${found.length.toLocaleString("vi")} trong ${records.length.toLocaleString("vi")} văn bản`;
      document.querySelector(".empty").hidden = found.length > 0;
    };
    const update = () => {
      limit = SHOWN;
      whole().then(show, () => { form.querySelector("output").textContent = "Chưa tải được cả danh sách; đang lọc phần mới nhất."; });
    };

    const sortBy = (header, direction) => {
      headers.forEach((other) => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      order = { key: header.dataset.key, column: [...header.parentElement.children].indexOf(header), direction };
    };
    headers.forEach((header) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      header.replaceChildren(button);
      button.addEventListener("click", () => {
        const direction = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        sortBy(header, direction);
        remember("xep", `${header.dataset.key}${direction < 0 ? "-" : ""}`);
        update();
      });
    });
    const wanted = asked.get("xep") ?? "";
    const header = headers.find((cell) => cell.dataset.key === wanted.replace("-", ""));
    if (header) sortBy(header, wanted.endsWith("-") ? -1 : 1);

    fields.forEach((field) => { field.value = asked.get(field.name) ?? ""; });
    form?.addEventListener("submit", (event) => event.preventDefault());
    form?.addEventListener("input", (event) => {
      remember(event.target.name, event.target.value);
      update();
    });
    form?.addEventListener("reset", () => setTimeout(() => {
      fields.forEach((field) => remember(field.name, ""));
      update();
    }));
    if (header || fields.some((field) => field.value)) update();
  };

  document.querySelectorAll("table.sortable").forEach(manage);
})();
