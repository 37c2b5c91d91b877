import type { Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { decodeContact, decodeContactPage, type WireContact } from '../wire/contact';
import type { Quarantine } from '../wire/quarantine';
import type { Caller } from './calls';

export const contactsPageSize = 100;
/** Enough for ten thousand people; a server that never says where its list ends is not followed for ever. */
const mostPages = 100;

/**
 * The people of the directory, page by page. A server that does not know about pages answers with the same people
 * again, which ends the walk as well as a short page or a reached total does.
 */
export async function readPeople(caller: Caller, quarantine: Quarantine): Promise<Result<readonly WireContact[]>> {
  const people = new Map<string, WireContact>();
  let offset = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const result = await readPage(caller, offset);
    if (!result.ok) return result;
    const before = people.size;
    for (const item of result.value.contacts) {
      const contact = decodeContact(item);
      if (contact === null) quarantine.keep('contact', item);
      else if (contact.type === undefined || contact.type === 'User') people.set(contact.id, contact);
    }
    offset += result.value.contacts.length;
    const total = result.value.totalCount;
    const isLast = total === null ? result.value.contacts.length < contactsPageSize : offset >= total;
    if (isLast || result.value.contacts.length === 0 || people.size === before) break;
  }
  return succeed([...people.values()]);
}

async function readPage(
  caller: Caller,
  offset: number,
): Promise<Result<NonNullable<ReturnType<typeof decodeContactPage>>>> {
  const path = `/contacts?type=User&offset=${offset}&limit=${contactsPageSize}`;
  const result = await caller({ method: 'GET', path });
  if (!result.ok) return result;
  const page = decodeContactPage(result.value);
  return page === null ? fail('server.fault') : succeed(page);
}
