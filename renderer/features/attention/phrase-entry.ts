export const longestPhrase = 1_000;
export const mostPhrases = 500;

/** Returns the phrases in the typed text. The text of an edited phrase is one phrase. */
export function typedPhrases(text: string, isWhole: boolean): readonly string[] {
  const parts = isWhole ? [text] : text.split(/[,،;\n]/u);
  const tidy = parts.map((part) => part.trim().replaceAll(/\s+/gu, ' '));
  return [...new Set(tidy)].filter((part) => /[\p{L}\p{N}]/u.test(part));
}
