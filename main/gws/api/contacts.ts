import type { Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import { decodeContact, decodeContactPage, type WireContact } from '../wire/contact';
import type { Quarantine } from '../wire/quarantine';
import type { RestClient } from './rest-client';

export const contactsPageSize = 100;
/** Limit for a server that never marks the end of its list. */
const maxPages = 400;
const maxEntries = 10_000;
/** A server may repeat a page once; one without paging repeats it every time. */
const maxPagesWithoutNews = 2;

/**
 * Returns the users of the directory, page by page. The list ends with an empty page, at the server's total, or when
 * pages only repeat. A short page does not end it, since servers cap the page size; nor does a page without new
 * users.
 */
export async function readPeople(caller: RestClient, quarantine: Quarantine): Promise<Result<readonly WireContact[]>> {
  const people = new Map<string, WireContact>();
  const seen = new Set<string>();
  let pagesWithoutNews = 0;
  let offset = 0;
  for (let page = 0; page < maxPages && offset < maxEntries; page += 1) {
    const result = await readPage(caller, offset);
    if (!result.ok) return result;
    const { contacts, totalCount } = result.value;
    const before = seen.size;
    for (const item of contacts) {
      const contact = decodeContact(item);
      const key = contact?.id ?? `? ${JSON.stringify(item)}`;
      if (contact === null && !seen.has(key)) quarantine.keep('contact', item);
      seen.add(key);
      if (contact !== null && (contact.type === undefined || contact.type === 'User')) people.set(contact.id, contact);
    }
    offset += contacts.length;
    pagesWithoutNews = seen.size === before ? pagesWithoutNews + 1 : 0;
    const isWhole = totalCount !== null && offset >= totalCount;
    if (contacts.length === 0 || isWhole || pagesWithoutNews >= maxPagesWithoutNews) break;
  }
  return succeed([...people.values()]);
}

async function readPage(
  caller: RestClient,
  offset: number,
): Promise<Result<NonNullable<ReturnType<typeof decodeContactPage>>>> {
  const path = `/contacts?type=User&offset=${offset}&limit=${contactsPageSize}`;
  const result = await caller({ method: 'GET', path });
  if (!result.ok) return result;
  const page = decodeContactPage(result.value);
  return page === null ? fail('server.fault') : succeed(page);
}
