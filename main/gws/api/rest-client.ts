import type { Done, Result } from '../../../preload/contract';
import { done, succeed } from '../../base/result';
import type { Receipt } from '../../floor/contact-centre';
import type { Urgency } from '../requests/urgency';
import type { ApiRequest } from '../session/api-client';
import { ownField } from '../wire/tolerant';

/** Sends one request of a signed-in session and hands back the answer's body. */
export type RestClient = (call: ApiRequest) => Promise<Result<unknown>>;

/** The same, for requests that nobody waits for as for an act. */
export function withUrgency(
  caller: RestClient,
  urgency: Urgency,
  more: Pick<ApiRequest, 'patienceMs'> = {},
): RestClient {
  return (call) => caller({ ...call, ...more, urgency });
}

export type Operation = Readonly<Record<string, unknown>> & { readonly operationName: string };

/** An operation on a resource: accepted or not, with nothing else to say. */
export async function postOperation(caller: RestClient, path: string, operation: Operation): Promise<Result<Done>> {
  const result = await caller({ method: 'POST', path, body: operation });
  return result.ok ? done : result;
}

/** An operation the server may still take back: the receipt says by which number it would tell so. */
export async function postOperationWithReceipt(
  caller: RestClient,
  path: string,
  operation: Operation,
): Promise<Result<Receipt>> {
  const result = await caller({ method: 'POST', path, body: operation });
  if (!result.ok) return result;
  const referenceId = ownField(result.value, 'referenceId');
  return succeed(Number.isSafeInteger(referenceId) ? { referenceId: referenceId as number } : null);
}

/** An id as one segment of a path, whatever characters it holds. */
export function encodePathSegment(id: string): string {
  // The two names that a URL parser would take for steps up or aside even when encoded segment by segment.
  return id === '.' || id === '..' ? encodeURIComponent(id).replaceAll('.', '%252E') : encodeURIComponent(id);
}
