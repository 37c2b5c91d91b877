/**
 * What a request is for, the most urgent first. `act`: a person waits for it. `poll`: the stream. `catchUp`: what has to be
 * read before the floor is called live. `screen`: what is being looked at. `background`: everything else.
 */
export const urgencies = ['act', 'poll', 'catchUp', 'screen', 'background'] as const;

export type Urgency = (typeof urgencies)[number];

interface UrgencyLimits {
  /** Requests of this class and of the less urgent ones under way at once; sockets to one host are few. */
  readonly mostAtOnce: number;
  /** Least distance between two requests of this class, whatever the server would bear. */
  readonly spacingMs: number;
  /** How long a request may wait for its turn, repeats after a refusal included, before its caller is told. */
  readonly patienceMs: number;
}

export const limitsOf: Readonly<Record<Urgency, UrgencyLimits>> = {
  act: { mostAtOnce: Number.POSITIVE_INFINITY, spacingMs: 0, patienceMs: 15_000 },
  poll: { mostAtOnce: Number.POSITIVE_INFINITY, spacingMs: 0, patienceMs: 2_500 },
  catchUp: { mostAtOnce: 4, spacingMs: 0, patienceMs: 25_000 },
  screen: { mostAtOnce: 2, spacingMs: 550, patienceMs: 20_000 },
  background: { mostAtOnce: 1, spacingMs: 1_000, patienceMs: 20_000 },
};

/** A person is told at once rather than after a longer wait that the server itself asked for. */
export const longestAskedOfActsMs = 6_000;

export function isMoreUrgent(one: Urgency, other: Urgency): boolean {
  return urgencies.indexOf(one) < urgencies.indexOf(other);
}
