/** Minimum letters for a replaced letter; in shorter words it often makes another word: "hunting", "hurting". */
const minReplaced = 9;

/**
 * Returns whether `word` is a likely typing mistake for `meant`: one letter missing, doubled, swapped, or, in long
 * words, replaced.
 */
export function isOneSlip(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === meant[same]) same += 1;
  const rest = word.slice(same);
  const meantRest = meant.slice(same);
  // An extra letter at the end is another form, which stems handle.
  if (rest.length === 0 || meantRest.length === 0) return false;
  if (word.length < meant.length) return rest === meantRest.slice(1);
  if (word.length > meant.length) return rest.slice(1) === meantRest;
  const isSwapped = rest[0] === meantRest[1] && rest[1] === meantRest[0];
  if (isSwapped && rest.slice(2) === meantRest.slice(2)) return true;
  return word.length >= minReplaced && rest.slice(1) === meantRest.slice(1);
}
