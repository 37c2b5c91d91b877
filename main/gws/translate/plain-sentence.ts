const maxLength = 300;

/** The server's own words, fit to be shown on one line: no control or direction-changing characters, not endless. */
export function plainSentence(words: string): string {
  const line = words
    .slice(0, maxLength * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}
