/* Vietnamese words as the search index knows them: the same forms as pipeline/text.py and pipeline/site/search.py. */
"use strict";
const chithi = {};

(() => {
  const OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(" ");
  const NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(" ");
  const TONES = new Map(OLD.map((old, index) => [old, NEW[index]]));
  const OLD_TONE = new RegExp(`(?<!q)(?:${OLD.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
  const FROM = "ðɖавекмнорстх";
  const TO = "đđabekmhopctx";
  const LOOKALIKE = new Map([...FROM].map((letter, index) => [letter, TO[index]]));
  const TOKEN = /\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu;

  /** Small letters, tone marks in their new places, no look-alike letters; as long as the text. */
  const key = (text) => {
    const small = text.toLowerCase().replace(/[ðɖавекмнорстх]/g, (letter) => LOOKALIKE.get(letter));
    return small.replace(OLD_TONE, (old) => TONES.get(old));
  };

  /** Without accents: «điện» → dien. */
  const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

  /** The words of a text with their places. */
  const tokens = (text) =>
    [...key(text.normalize("NFC")).matchAll(TOKEN)].map((match) => {
      const folded = bare(match[0]);
      return { word: match[0], folded, accented: folded !== match[0], start: match.index, end: match.index + match[0].length };
    });

  /** The words without «số» before a number, which the index files both ways. */
  const withoutSo = (list) => list.filter((token, index) => !(token.folded === "so" && /^\d/.test(list[index + 1]?.word ?? "")));

  /** A query: its words, and the phrases that stand in quotes (lists of words). */
  const parse = (query) => {
    const parts = [];
    let quoted = false;
    query.split(/["“”«»]/).forEach((piece, index) => {
      const words = tokens(piece);
      if (index % 2 && words.length) {
        quoted = true;
        parts.push(words);
      } else {
        words.forEach((word) => parts.push([word]));
      }
    });
    return { parts, words: parts.flat(), quoted };
  };

  /** When a word of a text is the one asked for: to the letter; by the accents that were typed; without any. */
  const SAME = {
    typed: (wanted, token) => token.word === wanted.word,
    accents: (wanted, token) => token.folded === wanted.folded && (!wanted.accented || token.word === wanted.word),
    none: (wanted, token) => token.folded === wanted.folded,
  };

  /** Where a run of words stands in a text's words: the first and the last character of each place. */
  const runs = (whole, run, form) => {
    const found = new Map();
    for (const list of [whole, withoutSo(whole)]) {
      for (let start = 0; start + run.length <= list.length; start += 1) {
        const hit = run.every((wanted, offset) => SAME[form](wanted, list[start + offset]));
        if (hit) found.set(list[start].start, [list[start].start, list[start + run.length - 1].end]);
      }
    }
    return [...found.values()];
  };

  /** The places in a text that a query means: its phrases where they stand, else its single words. */
  const spans = (text, query) => {
    const list = tokens(text);
    const whole = query.quoted ? query.parts : [query.words];
    for (const parts of [whole, query.words.map((word) => [word])]) {
      for (const form of ["accents", "none"]) {
        const hits = parts.map((run) => runs(list, run, form));
        const enough = parts === whole ? hits.every((hit) => hit.length) : hits.some((hit) => hit.length);
        if (enough) return hits.flat().sort((one, other) => one[0] - other[0]);
      }
    }
    return [];
  };

  Object.assign(chithi, { bare, tokens, parse, runs, spans });
})();
