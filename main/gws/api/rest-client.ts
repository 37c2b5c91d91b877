import type { Done, Result } from '../../../preload/contract';
import { done, succeed } from '../../base/result';
import type { Receipt } from '../../floor/contact-centre';
import type { Urgency } from '../requests/urgency';
import type { ApiRequest } from '../session/api-client';
import { ownField } from '../wire/tolerant';

/** Sends one request of a signed-in session and returns the response body. */
export type RestClient = (call: ApiRequest) => Promise<Result<unknown>>;

/** Returns the same client with another urgency, for requests that the supervisor does not wait for. */
export function withUrgency(
  caller: RestClient,
  urgency: Urgency,
  more: Pick<ApiRequest, 'patienceMs'> = {},
): RestClient {
  return (call) => caller({ ...call, ...more, urgency });
}

export type Operation = Readonly<Record<string, unknown>> & { readonly operationName: string };

/** Sends an operation on a resource whose response holds nothing but acceptance or refusal. */
export async function postOperation(caller: RestClient, path: string, operation: Operation): Promise<Result<Done>> {
  const result = await caller({ method: 'POST', path, body: operation });
  return result.ok ? done : result;
}

/**
 * Sends an operation that may still fail after acceptance. The receipt holds the number by which the server reports
 * such a failure.
 */
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

/** Encodes any id as one path segment. */
export function encodePathSegment(id: string): string {
  // URL parsers resolve `.` and `..` even when they are encoded as `%2E`, so the percent sign is encoded as well.
  return id === '.' || id === '..' ? encodeURIComponent(id).replaceAll('.', '%252E') : encodeURIComponent(id);
}
