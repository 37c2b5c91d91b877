/** One segment of a key that is chosen while the program runs. */
const chosen = String.raw`[\w-]+`;

/** The keys of texts that a source names, written out or with segments that are chosen while the program runs. */
export function keysIn(source: string): { exact: string[]; patterns: RegExp[] } {
  const exact = [...source.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/giu)].map(([, key]) => key ?? '');
  const starts = [...source.matchAll(/`(?=[a-z][\w-]*\.[\w.-]*\$\{)/giu)].map(({ index }) => index + 1);
  const patterns = starts.map((start) => new RegExp(`^${patternOf(source.slice(start))}$`, 'u'));
  return { exact, patterns };
}

/** The pattern of the template literal that the text begins with; a value in it may hold braces and quotes of its own. */
function patternOf(text: string): string {
  let pattern = '';
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (depth === 0 && character === '`') break;
    if (depth === 0 && text.startsWith('${', index)) {
      pattern += chosen;
      depth = 1;
      index += 1;
    } else if (depth === 0) pattern += character.replace(/[^\w-]/u, String.raw`\$&`);
    else depth += character === '{' ? 1 : character === '}' ? -1 : 0;
  }
  return pattern;
}
