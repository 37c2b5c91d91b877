import type { FoundTarget, FoundTargets, Presence } from '../../../preload/contract';
import { foldText } from '../../../preload/contract/text/fold-text';

/** Maximum number of results; a longer query finds the rest. */
export const maxTargets = 50;

const byPresence: Readonly<Record<Presence, number>> = { ready: 0, notReady: 1, unknown: 2, loggedOut: 3 };

/**
 * Returns the targets whose name, user name, employee number or groups contain every word of the query, best first.
 * Rank: beginning of the name, part of the name, other identifiers, groups. Among equals, those who can take a chat now
 * come first.
 */
export function findTargets(known: readonly FoundTarget[], query: string): FoundTargets {
  const words = plain(query).split(' ').filter(Boolean);
  const found = known.flatMap((target) => {
    const rank = rankOf(target, words);
    return rank === null ? [] : [{ target, rank }];
  });
  found.sort(
    (left, right) =>
      left.rank - right.rank ||
      availability(left.target) - availability(right.target) ||
      byName.compare(left.target.name, right.target.name) ||
      byName.compare(left.target.id, right.target.id),
  );
  return { targets: found.slice(0, maxTargets).map(({ target }) => target), hasMore: found.length > maxTargets };
}

/** The same order on every computer, whatever its language. */
const byName = new Intl.Collator('und');

/** Returns `null` if a word does not match; otherwise the rank of the worst word. */
function rankOf(target: FoundTarget, words: readonly string[]): number | null {
  const name = plain(target.name);
  const others = plain([target.userName, target.employeeId].filter(Boolean).join(' '));
  const groups = plain((target.groups ?? []).join(' '));
  let worst = 0;
  for (const word of words) {
    const rank = rankOfWord(word, { name, others, groups });
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}

interface Searched {
  readonly name: string;
  /** Identifiers other than the name. */
  readonly others: string;
  readonly groups: string;
}

function rankOfWord(word: string, { name, others, groups }: Searched): number | null {
  if (name.startsWith(word)) return 0;
  if (name.includes(` ${word}`)) return 1;
  if (name.includes(word)) return 2;
  if (others.includes(word)) return 3;
  return groups.includes(word) ? 4 : null;
}

function availability({ presence }: FoundTarget): number {
  return presence === undefined ? 0 : byPresence[presence];
}

/** Removes case and accents, so that no exact spelling is needed; separators become blanks. */
function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[\s._@-]+/gu, ' ')
    .trim();
}
