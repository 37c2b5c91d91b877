import { noticeOf, silentRequests } from '../../../main/gws/requests/noticed-by';

/** One thing that left the console: a request, or one Bayeux message of one. */
export interface Outgoing {
  readonly method: string;
  /** With or without `/api/v2` and the query. */
  readonly path: string;
  /** The `operationName`, or the Bayeux channel; `null` for a request without either. */
  readonly operation: string | null;
}

/** All that may leave the console in monitor mode. The same table stands in `docs/silence.md`; a test compares the two. */
export const allowedReads = silentRequests;

/** Watching and refusing an invitation go unnoticed as well, but are no part of monitoring. */
function isAllowed({ method, path, operation }: Outgoing): boolean {
  const [resource = ''] = path.replace(/^\/api\/v2/, '').split('?');
  const isListed = silentRequests.some(({ operations }) => operations.includes(operation));
  return isListed && noticeOf({ method, path: resource, operation, mode: null }) === 'noOne';
}

/** Returns what left the console and is not on the list, as sentences for the reader of a failed run. */
export function beyondReading(sent: readonly Outgoing[]): readonly string[] {
  return sent
    .filter((one) => !isAllowed(one))
    .map(({ method, path, operation }) => `${method} ${path}${operation === null ? '' : ` ${operation}`}`);
}
