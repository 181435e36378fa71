/* The search engine: reads the static index of pipeline/site/search.py piece by piece, and the box in the masthead. */
"use strict";
(() => {
  const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const crc32 = (text) => {
    let value = 0xffffffff;
    for (const byte of new TextEncoder().encode(text)) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  };

  const intersect = (one, other) => {
    const found = [];
    for (let i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] === other[j]) found.push(one[i]), i++, j++;
      else if (one[i] < other[j]) i++;
      else j++;
    }
    return found;
  };
  const union = (lists) => [...new Set(lists.flat())].sort((one, other) => one - other);

  const UNITS = [["phan", "part"], ["chuong", "chap"], ["muc", "sec"], ["dieu", "art"], ["khoan", ""], ["diem", ""]];
  const ROMAN = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7, viii: 8, ix: 9, x: 10 };
  const NAMED = /(?:^|\s)(phan|chuong|muc|dieu|khoan|diem)\s+([0-9.]{1,12}|[a-z]{1,4})(?=\s|,|$)/g;
  const NAMED_END = /(?:phan|chuong|muc|dieu|khoan|diem)\s+(?:[0-9.]{1,12}|[a-z]{1,4})$/;
  const DOTTED_END = /\s([a-z]{0,6}\d{0,4}(?:\.[0-9a-z~]{1,6}){1,9})$/;
  const DOCUMENT = /\d|^(?:chi thi|ket luan|quyet dinh|thong|cong (?:dien|van)|dien|nghi|ke hoach|huong dan|quy|chuong trinh|to trinh|bao cao|luat|van ban)/;

  /**
   * A clause reference at a query's end, «điểm a khoản 2 Điều 4» or «1.3»: its path, the words before it, and whether
   * these name a document («kết luận Sơn La», «16/CT-TTg»); «sửa đổi, bổ sung Điều 5» may be words of a clause.
   */
  const reference = (query) => {
    const plain = query.normalize("NFC");
    const folded = chithi.bare(plain.toLowerCase());
    const split = (path, at) => ({ path, rest: plain.slice(0, at), sure: DOCUMENT.test(folded.slice(0, at).trim()) });
    const dotted = folded.match(DOTTED_END);
    if (NAMED_END.test(folded)) {
      const said = [...folded.matchAll(NAMED)];
      const tokens = UNITS.flatMap(([name, prefix]) =>
        said.filter((match) => match[1] === name).map((match) => prefix + ((prefix && ROMAN[match[2]]) || match[2].replace(/\.$/, ""))));
      return split(tokens.join("."), said[0].index);
    }
    return dotted && split(dotted[1], folded.length - dotted[1].length);
  };

  /** How many documents, works or agencies stand before the clauses. */
  const LEADING = 2;

  class Index {
    #files = new Map();

    constructor(base) {
      this.base = base;
    }

    #get(path, kind) {
      if (!this.#files.has(path)) {
        const file = fetch(this.base + path).then((answer) => (answer.ok ? answer[kind]() : Promise.reject(new Error(path))));
        file.catch(() => this.#files.delete(path));
        this.#files.set(path, file);
      }
      return this.#files.get(path);
    }

    async load() {
      if (this.overview) return;
      const overview = await this.#get("muc-luc.json", "json");
      let next = overview.heads;
      this.firsts = overview.clauses.map((count) => (next += count) - count);
      this.overview = overview;
    }

    /** The numbers of the units that hold a term. */
    async list(term) {
      const hash = crc32(term);
      const data = new Uint8Array(await this.#get(`chi-muc/${hash % this.overview.shards}.bin`, "arrayBuffer"));
      let at = 0;
      const varint = () => {
        let value = 0;
        for (let factor = 1; ; factor *= 128) {
          const byte = data[at++];
          value += (byte & 127) * factor;
          if (byte < 128) return value;
        }
      };
      while (at < data.length) {
        const found = (data[at] | (data[at + 1] << 8) | (data[at + 2] << 16) | (data[at + 3] << 24)) >>> 0;
        at += 4;
        const length = varint();
        if (found !== hash) {
          at += length;
          continue;
        }
        const end = at + length;
        const numbers = [];
        if (data[at++]) {
          for (let byte = 0; at < end; byte += 8, at++) for (let bit = 0; bit < 8; bit++) if (data[at] & (1 << bit)) numbers.push(byte + bit);
        } else {
          for (let number = -1; at < end; ) numbers.push((number += varint()));
        }
        return numbers;
      }
      return [];
    }

    async unit(number) {
      const { chunk } = this.overview;
      const rows = await this.#get(`loi-van/${Math.floor(number / chunk)}.json`, "json");
      const [name, text, address, path, same] = rows[number % chunk];
      return { number, name, text, address, path, same };
    }

    /** The numbers of the other clauses that have a clause's very words. */
    async alike(unit) {
      if (unit.same === undefined) return [];
      const first = typeof unit.same === "number" ? await this.unit(unit.same) : unit;
      return [first.number, ...first.same].filter((number) => number !== unit.number);
    }

    /** The number of the document that a unit belongs to, or -1. */
    document(number) {
      if (number < this.overview.heads) return number < this.firsts.length ? number : -1;
      let low = 0;
      for (let high = this.firsts.length; low + 1 < high; ) {
        const middle = (low + high) >> 1;
        if (this.firsts[middle] <= number) low = middle;
        else high = middle;
      }
      return low;
    }

    /** A test of units by the chosen attributes of their documents, `{loai: "chi-thi", nam: ""}`. */
    async filter(chosen) {
      const wanted = Object.entries(chosen).filter(([, value]) => value);
      if (!wanted.length) return () => true;
      const known = await this.#get("bo-loc.json", "json");
      const tests = wanted.map(([field, value]) => [known[field].of, known[field].values.indexOf(value)]);
      return (number) => {
        const document = this.document(number);
        return document >= 0 && tests.every(([of, place]) => of[document] === place);
      };
    }

    /** Units that hold a run of words side by side. `form`: as typed, typed accents only, or no accents at all. */
    async phrase(run, form) {
      const terms = [];
      const size = Math.min(run.length, form === "typed" ? 2 : 3);
      for (let start = 0; start + size <= run.length; start++) {
        const part = run.slice(start, start + size);
        terms.push(part.map((token) => (form === "typed" || (size === 1 && form === "accents" && token.accented) ? token.word : token.folded)).join(" "));
      }
      if (form === "accents" && size > 1) run.filter((token) => token.accented).forEach((token) => terms.push(token.word));
      const lists = await Promise.all(terms.map((term) => this.list(term)));
      return lists.sort((one, other) => one.length - other.length).reduce(intersect);
    }

    /** Units that hold every word, a clause also by the words of its document's name, and at least one itself. */
    async words(list, form) {
      const raw = await Promise.all(list.map((token) => this.phrase([token], form)));
      if (list.length === 1) return raw[0];
      const widened = raw.map((numbers) => union([numbers, numbers.filter((number) => number < this.firsts.length).flatMap((number) => this.clauses(number))]));
      return intersect(widened.sort((one, other) => one.length - other.length).reduce(intersect), union(raw));
    }

    clauses(document) {
      return Array.from({ length: this.overview.clauses[document] }, (_, index) => this.firsts[document] + index);
    }

    /** The numbers of the clauses that a reference names, of the documents that it names. */
    async referred(named) {
      const before = chithi.parse(named.rest).words;
      if (!before.length) return [];
      const [paths, heads] = await Promise.all([this.list(`#${named.path}`), this.words(before, "none")]);
      return heads.filter((number) => number < this.firsts.length).flatMap((head) => intersect(paths, this.clauses(head)));
    }

    /** What may answer a query, the best first: words side by side before words apart, accents as typed before others. */
    async *tiers(parsed, named) {
      if (named?.sure) yield { form: "none", runs: [], numbers: await this.referred(named), goesOn: true };
      const forms = parsed.words.some((token) => token.accented) ? ["typed", "accents", "none"] : ["none"];
      const wholes = parsed.quoted ? parsed.parts : [parsed.words];
      for (const form of forms) {
        const lists = await Promise.all(wholes.map((run) => this.phrase(run, form)));
        yield { form, runs: wholes, numbers: lists.reduce(intersect) };
      }
      if (parsed.quoted || parsed.words.length === 1) return;
      if (named && !named.sure) yield { form: "none", runs: [], numbers: await this.referred(named) };
      for (const form of forms) yield { form, runs: [], numbers: await this.words(parsed.words, form) };
    }

    /** At most two documents, works or agencies lead; the clauses follow, then the others. */
    order(numbers) {
      const heads = numbers.filter((number) => number < this.overview.heads);
      return [...heads.slice(0, LEADING), ...numbers.slice(heads.length), ...heads.slice(LEADING)];
    }

    /**
     * The units that answer a query, one after the other; clauses of equal words are one, whose `others` are the
     * numbers of the rest. Of several words those side by side are the answer, where there are any; `wide` adds
     * the rest.
     */
    async *search(query, filters = {}, wide = false) {
      await this.load();
      const parsed = chithi.parse(query);
      if (!parsed.words.length) return;
      const passes = await this.filter(filters);
      const seen = new Set();
      const taken = async (unit) => {
        const others = (await this.alike(unit)).filter(passes);
        [unit.number, ...others].forEach((number) => seen.add(number));
        return { ...unit, others };
      };
      const wanted = (number) => !seen.has(number) && passes(number);
      const named = reference(query.trim());
      for await (const tier of this.tiers(parsed, named)) {
        let found = 0;
        for await (const unit of this.members(tier, wanted)) {
          if (seen.has(unit.number)) continue;
          found += 1;
          yield taken(unit);
        }
        if (found && !wide && !tier.goesOn && parsed.words.length > 1) return;
      }
    }

    /** The units of a tier in the order to show them, read a handful at a time; `wanted` is asked before each reading. */
    async *members(tier, wanted) {
      let numbers = this.order(tier.numbers).filter(wanted);
      const few = tier.runs.length > 0 && numbers.length <= FEW;
      const step = few ? FEW : HANDFUL;
      while (numbers.length) {
        const units = await Promise.all(numbers.slice(0, step).map((number) => this.unit(number)));
        const held = units.filter((unit) => holds(unit, tier));
        yield* few ? shortestFirst(held) : held;
        numbers = numbers.slice(step).filter(wanted);
      }
    }
  }

  /** How many units are read at a time, and how many at most are brought into an order of their own. */
  const HANDFUL = 6;
  const FEW = 16;

  /** Of few clauses the shortest first: the words asked for are the greater part of it. */
  const shortestFirst = (units) => {
    const heads = units.filter((unit) => !unit.path);
    const clauses = units.filter((unit) => unit.path).sort((one, other) => one.text.length - other.text.length);
    return [...heads.slice(0, LEADING), ...clauses, ...heads.slice(LEADING)];
  };

  /** Whether a unit really holds a tier's runs of words: its pairs and triples alone may stand apart. */
  const holds = (unit, tier) => {
    const list = chithi.tokens(unit.path ? unit.text : `${unit.name}. ${unit.text}`);
    return tier.runs.every((run) => chithi.runs(list, run, tier.form).length);
  };

  const SNIPPET = 260;

  /** A text cut to where the query stands, as nodes with the query's words marked. */
  const snippet = (text, query, length) => {
    const plain = text.normalize("NFC");
    const found = chithi.spans(plain, chithi.parse(query));
    const first = found.length ? found[0][0] : 0;
    let start = first < length / 2 ? 0 : plain.lastIndexOf(" ", first - length / 4) + 1;
    let end = start + length >= plain.length ? plain.length : plain.lastIndexOf(" ", start + length);
    if (end <= first) end = Math.min(plain.length, first + length);
    const nodes = [start ? "… " : ""];
    for (const [from, to] of found) {
      if (from < start || to > end) continue;
      nodes.push(plain.slice(start, from), element("mark", "", plain.slice(from, to)));
      start = to;
    }
    return [...nodes, plain.slice(start, end), end < plain.length ? " …" : ""];
  };

  const address = (unit, query, root) => `${root}${unit.address}?q=${encodeURIComponent(query)}${unit.path ? `#${unit.path}` : ""}`;
  const element = (name, kind, ...content) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  };

  /** One result as a list item, a link; what it says of clauses with the same words is the caller's to add. */
  const item = (unit, query, root, length = SNIPPET) => {
    const name = element("span", "result-name", ...(unit.path ? [unit.name] : snippet(unit.name, query, length)));
    const link = element("a", "", name, element("span", "result-text", ...snippet(unit.text, query, length)));
    link.href = address(unit, query, root);
    return element("li", "result", link);
  };

  /** How many clauses besides have a result's very words; empty where none has. */
  const alsoSaid = (unit) => (unit.others.length ? `và ${unit.others.length.toLocaleString("vi")} điều khoản khác cùng lời văn` : "");

  /** The same as a part to unfold, whose links are read when it is; `STEP` of them at a time. */
  const others = (unit, query, root, index) => {
    const list = element("ul");
    const more = element("button", "button", "Thêm nữa");
    more.type = "button";
    const part = element("details", "result-others", element("summary", "", alsoSaid(unit)), list);
    let next = 0;
    const read = async () => {
      const numbers = unit.others.slice(next, (next += STEP));
      const units = await Promise.all(numbers.map((number) => index.unit(number)));
      list.append(...units.map((each) => {
        const link = element("a", "", each.name);
        link.href = address(each, query, root);
        return element("li", "", link);
      }));
      if (next < unit.others.length) part.append(more);
      else more.remove();
    };
    more.addEventListener("click", read);
    part.addEventListener("toggle", () => { if (part.open && !next) read(); });
    return part;
  };
  const STEP = 20;

  /** Whether a query may have further answers in which its words stand apart. */
  const canWiden = (query) => {
    const parsed = chithi.parse(query);
    return !parsed.quoted && parsed.words.length > 1;
  };

  const HINT = "Không cần gõ dấu. Thử: chong dich, 16/CT-TTg, Sở Y tế";
  const NONE = "Không thấy gì. Thử bỏ bớt từ, bỏ ngoặc kép, hoặc gõ không dấu.";
  const OFFLINE = "Tìm kiếm cần một máy chủ tĩnh: chạy «chithi serve», hoặc «python -m http.server» trong thư mục của trang.";

  Object.assign(chithi, { Index, item, alsoSaid, others, canWiden, HINT, NONE, OFFLINE });
})();
