import type { Answer } from '../contact-centre/operation-result';
import { refuse, StatusCode, unknownResource } from '../contact-centre/operation-result';
import type { Person } from '../contact-centre/model';
import { contactJson } from '../wire/person-json';
import type { ResourceCall } from './resource-call';
import { paged } from './resource-call';

function contactOf(call: ResourceCall, person: Person): Record<string, unknown> {
  const chats = call.centre.chatsOf(person.id).filter(({ party }) => party.role === 'agent');
  return contactJson(call.dialect, person, chats.length);
}

/** `*` matches anything; otherwise the whole word must match, in any case. */
function matcher(pattern: string): (text: string) => boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const expression = new RegExp(`^${escaped}$`, 'iu');
  return (text) => expression.test(text);
}

function searchable(person: Person): string[] {
  return [person.firstName, person.lastName, person.userName, person.phone];
}

const LONGEST_PATTERN = 200;

/** The directory with presence. It contains users only, no queues or custom contacts. */
export function readContacts(call: ResourceCall): Answer {
  const { query, centre } = call;
  const type = query.get('type');
  if (type !== null && !['User', 'Queue', 'Custom'].includes(type)) {
    return refuse(StatusCode.outOfRange, 'Parameter type must be one of: User, Queue, Custom');
  }
  const filterName = query.get('filterName');
  const pattern = query.get('filterParameters') ?? '';
  if (filterName !== null && filterName !== 'NamesOrPhoneNumberMatches') {
    return refuse(StatusCode.outOfRange, `Unknown filter: ${filterName}`);
  }
  if (pattern.length > LONGEST_PATTERN) return refuse(StatusCode.outOfRange, 'filterParameters is too long');
  const names = query.get('name')?.split(',') ?? null;
  const fits = matcher(pattern);
  const found = [...centre.people.values()].filter(
    (person) =>
      (type === null || type === 'User') &&
      (names === null || names.includes(person.userName)) &&
      (filterName === null || searchable(person).some(fits)),
  );
  const contacts = paged(found, query).map((person) => contactOf(call, person));
  return { statusCode: 0, totalCount: found.length, contacts };
}

export function readContact(call: ResourceCall): Answer {
  const person = call.centre.people.get(call.ids[0] ?? '');
  return person === undefined
    ? unknownResource(`contact ${call.ids[0] ?? ''}`)
    : { statusCode: 0, contact: contactOf(call, person) };
}
