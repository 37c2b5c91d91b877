/** More than anybody writes, and little enough that a flood costs no more than a long letter. */
const longestRead = 20_000;

/** What has neither accents nor other scripts in it needs none of the work below, and most of what is written is such. */
const plain = /^[\u0000-\u007f]*$/u;

const arabic = /[\u0600-\u06ff]/u;

/** Letters that stand for others and that Unicode does not take apart. */
const sameAs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

/**
 * The words of a text, without case and accents, so that "KÜNDIGEN" and "kundigen" are one word. In Arabic, marks and the
 * stretching line go as well, and the article with what is written together with it: "والمدير" is "مدير".
 */
export function wordsOf(text: string): readonly string[] {
  const head = text.slice(0, longestRead);
  if (plain.test(head)) return head.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  const folded = head
    .normalize('NFKD')
    .replaceAll(/[\p{M}ـ]/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđıىیکة]/gu, (letter) => sameAs[letter] ?? letter)
    // One letter may stand for a whole sentence.
    .slice(0, longestRead);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return arabic.test(folded) ? words.map(withoutArticle) : words;
}

function withoutArticle(word: string): string {
  return word.replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{L}{3})/u, '');
}
