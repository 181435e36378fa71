/* A document's page: contents that follow, keys, citations. */
"use strict";
(() => {
  const clauses = [...document.querySelectorAll(".clause")];
  const contents = document.querySelector(".contents");
  const bar = contents.querySelector(".contents-bar");
  const here = contents.querySelector(".contents-here");
  const entries = new Map([...contents.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));

  /* Contents: mark where the reader is. */
  let marked = null;
  const follow = () => {
    const line = 140;
    let id = null;
    for (const clause of clauses) {
      if (clause.getBoundingClientRect().top > line) break;
      if (entries.has(clause.id)) id = clause.id;
    }
    const link = id === null ? null : entries.get(id);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    marked = link;
    here.textContent = link ? [...link.childNodes].map((node) => node.textContent.trim()).join(" ").trim() : "Mục lục";
    if (link && contents.scrollHeight > contents.clientHeight) {
      const top = link.offsetTop - contents.clientHeight / 2;
      contents.scrollTop = top;
    }
  };
  let asked = false;
  addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; follow(); });
  }, { passive: true });
  requestAnimationFrame(follow); // not at once: to ask where clauses stand before the page is laid out holds it up

  const fold = (open) => {
    contents.classList.toggle("is-open", open);
    bar.setAttribute("aria-expanded", String(open));
  };
  bar.addEventListener("click", () => fold(!contents.classList.contains("is-open")));
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) fold(false); });
  contents.addEventListener("keydown", (event) => { if (event.key === "Escape") { fold(false); bar.focus(); } });

  /* The clause one is at. */
  let current = -1;
  const go = (index, move) => {
    clauses[current]?.classList.remove("is-current");
    current = Math.max(0, Math.min(clauses.length - 1, index));
    const clause = clauses[current];
    if (!clause) return;
    clause.classList.add("is-current");
    if (!move) return;
    clause.focus({ preventScroll: true });
    clause.scrollIntoView({ block: "center" });
  };
  const arrived = () => {
    const index = clauses.findIndex((clause) => clause.id === decodeURIComponent(location.hash.slice(1)));
    if (index >= 0) go(index, false);
  };
  addEventListener("hashchange", arrived);
  arrived();
  document.querySelector(".text").addEventListener("click", (event) => {
    const index = clauses.indexOf(event.target.closest(".clause"));
    if (index >= 0) go(index, false);
  });

  /* Citations. */
  const forms = JSON.parse(document.getElementById("du-lieu-trich-dan").textContent);
  const dialog = document.querySelector(".cite-dialog");
  const own = new URL(document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "./", location.href.split(/[?#]/)[0]).href;
  document.querySelector(".print-address").textContent = own;
  addEventListener("beforeprint", () => document.querySelectorAll(".document details").forEach((part) => { part.open = true; }));
  const words = (clause) => clause.querySelector(".words").textContent.replace(clause.querySelector(".label")?.textContent ?? "", "").trim();

  const form = (name, text, code) => {
    const part = document.createElement("div");
    part.className = "cite-form";
    const head = document.createElement("p");
    head.className = "cite-form-head";
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = "Chép";
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        copy.textContent = "Đã chép";
      } catch {
        getSelection().selectAllChildren(body);
        copy.textContent = "Bấm Ctrl+C";
      }
    });
    head.append(name, copy);
    const body = document.createElement("p");
    body.className = `cite-form-text${code ? " is-code" : ""}`;
    body.textContent = text;
    part.append(head, body);
    return part;
  };
  const cite = (path) => {
    const clause = path ? document.getElementById(path) : null;
    const reference = clause?.dataset.reference ?? "";
    const url = own + (path ? `#${path}` : "");
    const fill = (template, said) => template.replace("{clause}", () => said).replace("{url}", () => url);
    const capital = reference.charAt(0).toUpperCase() + reference.slice(1);
    const bibtex = reference ? forms.bibtex : forms.bibtex.replace(/ {2}note = .*\n/, "");
    const parts = [
      form("Văn bản hành chính", fill(forms.legal, reference ? `${capital} ` : "")),
      form("APA", fill(forms.apa, reference ? `, ${reference}` : "")),
      form("BibTeX", fill(bibtex, reference), true),
    ];
    if (clause) parts.push(form("Lời văn", words(clause)));
    dialog.querySelector(".cite-forms").replaceChildren(...parts);
    const reporting = dialog.querySelector(".cite-report");
    reporting.hidden = !clause;
    reporting.dataset.report = path ?? "";
    dialog.showModal();
  };

  /* A report of an error: ready to send where the site says whereto, else to copy. */
  const reports = document.querySelector(".report-dialog");
  const whereto = document.querySelector("meta[name=chithi-report]")?.content ?? "";
  const source = document.querySelector(".document").dataset.source;
  const LONGEST = 700;
  const report = (path) => {
    const clause = document.getElementById(path);
    const reference = clause.dataset.reference;
    const said = words(clause);
    const lines = source.endsWith(".html") ? `${source}, dòng ${clause.dataset.lines} của lời văn` : `${source}, dòng ${clause.dataset.lines}`;
    const title = `Báo lỗi: ${reference}, ${forms.name}`;
    const body = (text) => `Chỗ: ${reference}, ${forms.name}\nĐịa chỉ: ${own}#${path}\nBản gốc: ${lines}\nLời văn: ${text}\nĐiều thấy sai: `;
    reports.querySelector(".report-form").replaceChildren(form("Lời báo lỗi", body(said)));
    if (whereto) {
      const filled = { "{title}": title, "{body}": body(said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said) };
      const send = reports.querySelector(".report-send");
      send.href = whereto.replace(/\{(?:title|body)\}/g, (slot) => encodeURIComponent(filled[slot]));
      send.textContent = "Gửi báo lỗi";
    }
    dialog.close();
    reports.showModal();
  };
  const tool = (clause, kind, label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset[kind] = clause.id;
    button.textContent = label;
    button.setAttribute("aria-label", `${label} ${clause.dataset.reference}`);
    return button;
  };
  clauses.forEach((clause) => {
    const buttons = document.createElement("span");
    buttons.className = "tool-buttons";
    buttons.append(tool(clause, "cite", "Trích dẫn"), tool(clause, "report", "Báo lỗi"));
    clause.querySelector(".tools").append(buttons);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-cite], [data-report]");
    if (button?.dataset.report) report(button.dataset.report);
    else if (button && "cite" in button.dataset) cite(button.dataset.cite);
  });

  /* Keys: j and k for the next and the last clause, c to cite, ? for help. */
  const help = document.querySelector(".keys-dialog");
  const keys = { j: () => go(current + 1, true), k: () => go(current - 1, true), c: () => cite(clauses[current]?.id ?? ""), "?": () => help.showModal() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select") || document.querySelector("dialog[open]")) return;
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
