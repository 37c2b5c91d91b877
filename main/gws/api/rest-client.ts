import type { Done, Result } from '../../../preload/contract';
import { done } from '../../base/result';
import type { Urgency } from '../requests/urgency';
import type { ApiRequest } from '../session/api-client';
import type { Operation } from '../vendor-operations';

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

/** Sends an operation on a resource whose response holds nothing but acceptance or refusal. */
export async function postOperation(caller: RestClient, path: string, operation: Operation): Promise<Result<Done>> {
  const result = await caller({ method: 'POST', path, body: operation });
  return result.ok ? done : result;
}

/** Encodes any id as one path segment. */
export function encodePathSegment(id: string): string {
  // URL parsers resolve `.` and `..` even when they are encoded as `%2E`, so the percent sign is encoded as well.
  return id === '.' || id === '..' ? encodeURIComponent(id).replaceAll('.', '%252E') : encodeURIComponent(id);
}
