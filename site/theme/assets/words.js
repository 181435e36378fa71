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

  /** The words of a text with their places; «số» before a number is left out, as in the index. */
  const tokens = (text) => {
    const found = [...key(text.normalize("NFC")).matchAll(TOKEN)].map((match) => {
      const folded = bare(match[0]);
      return { word: match[0], folded, accented: folded !== match[0], start: match.index, end: match.index + match[0].length };
    });
    return found.filter((token, index) => !(token.folded === "so" && /^\d/.test(found[index + 1]?.word ?? "")));
  };

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

  const matches = (wanted, token) => token.folded === wanted.folded && (!wanted.accented || token.word === wanted.word);

  /** Where a run of words stands in a list of tokens, letter by letter or with accents left out. */
  const runs = (tokenList, run, loose) => {
    const found = [];
    const same = loose ? (wanted, token) => token.folded === wanted.folded : matches;
    for (let start = 0; start + run.length <= tokenList.length; start += 1) {
      if (run.every((wanted, offset) => same(wanted, tokenList[start + offset]))) found.push(start);
    }
    return found;
  };

  /** The places in a text that a query means: its phrases where they stand, else its single words. */
  const spans = (text, query) => {
    const list = tokens(text);
    const whole = query.quoted ? query.parts : [query.words];
    for (const parts of [whole, query.words.map((word) => [word])]) {
      for (const loose of [false, true]) {
        const hits = parts.map((run) => runs(list, run, loose).map((start) => [list[start].start, list[start + run.length - 1].end]));
        const enough = parts === whole ? hits.every((hit) => hit.length) : hits.some((hit) => hit.length);
        if (enough) return hits.flat().sort((one, other) => one[0] - other[0]);
      }
    }
    return [];
  };

  Object.assign(chithi, { bare, tokens, parse, runs, spans });
})();
