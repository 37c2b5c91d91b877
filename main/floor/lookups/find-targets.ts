import type { FoundTarget, FoundTargets, Presence } from '../../../preload/contract';
import { foldText } from '../../../preload/contract/text/fold-text';

/** More than this nobody reads: a longer query finds the rest. */
export const mostTargets = 50;

const byPresence: Readonly<Record<Presence, number>> = { ready: 0, notReady: 1, unknown: 2, loggedOut: 3 };

/**
 * Those whose name, user name, employee number or groups hold every word of the query, best first: names that begin with it
 * before names that hold it before what else a person goes by before groups; among equals whoever can take a chat now.
 */
export function findTargets(known: readonly FoundTarget[], query: string): FoundTargets {
  const words = plain(query).split(' ').filter(Boolean);
  const found = known.flatMap((target) => {
    const rank = rankOf(target, words);
    return rank === null ? [] : [{ target, rank }];
  });
  found.sort(
    (one, other) =>
      one.rank - other.rank ||
      availability(one.target) - availability(other.target) ||
      byName.compare(one.target.name, other.target.name) ||
      byName.compare(one.target.id, other.target.id),
  );
  return { targets: found.slice(0, mostTargets).map(({ target }) => target), hasMore: found.length > mostTargets };
}

/** One order on every computer, whatever its language. */
const byName = new Intl.Collator('und');

/** `null`: some word is nowhere. The worst of the words decides. */
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
  /** What else a person goes by. */
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

/** Without case and accents, so that nobody has to know how somebody is written; separators are blanks. */
function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[\s._@-]+/gu, ' ')
    .trim();
}
