import type { CentreState } from '../contact-centre/centre-state';
import type { Answer } from '../contact-centre/operation-result';
import { missing, unknownOperation } from '../contact-centre/operation-result';
import type { Medium, Person } from '../contact-centre/model';
import type { Parameters } from '../contact-centre/parameters';
import type { Session, Sessions } from '../sign-in/sessions';
import type { WireFormat } from '../wire/wire-format';

/** Everything a resource needs for one request. */
export interface ResourceCall {
  readonly method: string;
  /** Medium of the sessions that the path names. */
  readonly medium: Medium;
  /** Variable parts of the path, in order. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly parameters: Parameters;
  readonly person: Person;
  readonly session: Session;
  readonly sessions: Sessions;
  readonly centre: CentreState;
  readonly dialect: WireFormat;
}

export type Resource = (call: ResourceCall) => Answer;

/** Runs the operation that the body names, from a fixed table. */
export function operate(call: ResourceCall, operations: Readonly<Record<string, Resource>>): Answer {
  const name = call.parameters.text('operationName');
  if (name === null) return missing('operationName');
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  return operation?.(call) ?? unknownOperation(name);
}

export function paged<T>(items: readonly T[], query: URLSearchParams): T[] {
  const offset = Math.max(0, Number.parseInt(query.get('offset') ?? '0', 10) || 0);
  const limit = Number.parseInt(query.get('limit') ?? '', 10);
  return items.slice(offset, Number.isNaN(limit) || limit < 0 ? undefined : offset + limit);
}

/** Lists return references only, unless fields are requested. */
export function listed(
  call: ResourceCall,
  name: string,
  items: readonly Record<string, unknown>[],
  totalCount = items.length,
): Answer {
  const fields = call.query.get('fields');
  if (fields === null) return { statusCode: 0, uris: items.map((item) => item['uri'] ?? item['path'] ?? null) };
  const wanted = fields.split(',');
  const shown = items.map((item) =>
    wanted.includes('*') ? item : Object.fromEntries(Object.entries(item).filter(([key]) => wanted.includes(key))),
  );
  return { statusCode: 0, totalCount, [name]: shown };
}
