/** Invisible characters: ignorable by definition, controls, and the blank Braille cell. */
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2800]/u;
const everyIgnorable = new RegExp(ignorable.source, 'gu');
/** Joiners and variation selectors that shape the character before them, as in Persian names and emoji. */
const shaping = /(?<=[\p{L}\p{M}\p{S}\p{Emoji}])[\u200c\u200d\ufe0e\ufe0f](?=[\p{L}\p{M}\p{S}\p{Emoji}]|$)/u;
const everyShapingOrIgnorable = new RegExp(`(?<shaping>${shaping.source})|${ignorable.source}`, 'gu');
const blanks = /[\s\p{Z}]+/gu;
/** More marks on one letter than any script uses; they only serve to draw over neighbouring text. */
const markPile = /(\p{M}{4})\p{M}+/gu;

/** Fast path for most names: all characters are visible. */
const everyday = /^[\p{Script=Latin}\d](?: ?[\p{Script=Latin}\d.'_@-])*$/u;

/** Returns the visible part of a name on one line; may be empty. */
export function seenName(name: string | null | undefined): string {
  if (name === null || name === undefined) return '';
  if (everyday.test(name)) return name;
  const spaced = name.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, ' ');
  const shown = spaced.replaceAll(everyShapingOrIgnorable, (found, ...rest) => {
    const groups: unknown = rest.at(-1);
    const isShaping =
      typeof groups === 'object' && groups !== null && 'shaping' in groups && groups.shaping !== undefined;
    return isShaping ? found : '';
  });
  const line = shown.replaceAll(blanks, ' ').replaceAll(markPile, '$1').trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(line.replaceAll(everyIgnorable, '')) ? line : '';
}

/** Returns whether a display name is refused: not empty, but invisible. An empty one means the usual name. */
export function isUnseeable(displayName: string): boolean {
  return displayName.trim() !== '' && seenName(displayName) === '';
}
