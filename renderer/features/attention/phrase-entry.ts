export const longestPhrase = 1_000;
export const mostPhrases = 500;

/** The phrases in what was typed. One that is being changed is taken whole. */
export function typedPhrases(text: string, isWhole: boolean): readonly string[] {
  const parts = isWhole ? [text] : text.split(/[,،;\n]/u);
  const tidy = parts.map((part) => part.trim().replaceAll(/\s+/gu, ' '));
  return [...new Set(tidy)].filter((part) => /[\p{L}\p{N}]/u.test(part));
}
