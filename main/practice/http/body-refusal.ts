import type { Answer } from '../contact-centre/operation-result';
import { refuse, StatusCode } from '../contact-centre/operation-result';

interface Sent {
  readonly method: string;
  readonly contentType: string | undefined;
  /** Parsed; `undefined` if it is not JSON. */
  readonly body: unknown;
}

export const notJson = refuse(StatusCode.outOfRange, 'Request body is not valid JSON');

/** Returns the refusal for an invalid request body, with a message of its own per error; `null` if it is valid. */
export function bodyRefusal({ method, contentType, body }: Sent): Answer | null {
  if (method !== 'POST') return body === undefined ? notJson : null;
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (body !== null && type !== '' && type !== 'application/json') {
    return refuse(StatusCode.outOfRange, `Content-Type must be application/json, not ${type.slice(0, 80)}`);
  }
  if (body === undefined) return notJson;
  if (body === null) return refuse(StatusCode.outOfRange, 'Request body is missing: a JSON object is expected');
  if (Array.isArray(body)) return refuse(StatusCode.outOfRange, 'Request body must be a JSON object, not a list');
  if (typeof body === 'object') return null;
  return refuse(StatusCode.outOfRange, `Request body must be a JSON object, not a ${typeof body}`);
}
