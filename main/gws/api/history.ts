import type { CustomerField, PastInteraction, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { EntryUpdate } from '../../floor/events';
import { toPastInteraction } from '../translate/interaction';
import { splitLog } from '../translate/new-messages';
import { decodeInteraction } from '../wire/interaction';
import { decodeList } from '../wire/lists';
import type { Quarantine } from '../wire/quarantine';
import { encodePathSegment, type RestClient } from './rest-client';

const contactKey = 'ContactId';

/** Returns the customer's earlier interactions. `asyncClient` waits for the part that arrives over the stream. */
export async function readCustomerHistory(
  asker: RestClient,
  customerData: readonly CustomerField[],
  quarantine: Quarantine,
): Promise<Result<PastInteraction[]>> {
  const contactId = customerData.find(({ key }) => key === contactKey)?.value ?? '';
  if (contactId === '') return succeed([]);
  const path = `/ucs/contacts/${encodePathSegment(contactId)}/interactions`;
  const result = await asker({ method: 'POST', path, body: { operationName: 'RetrieveContactHistory' } });
  if (!result.ok) return result;
  const items = decodeList(result.value, 'interactions', 'interactionsHistory');
  if (items === null) return fail('server.fault');
  return succeed(
    items.flatMap((item) => {
      const interaction = decodeInteraction(item);
      if (interaction === null) quarantine.keep('interaction', item);
      return interaction === null ? [] : [toPastInteraction(interaction)];
    }),
  );
}

/** Returns the entries of a finished chat. Typing events are dropped. */
export async function readPastTranscript(
  asker: RestClient,
  interactionId: string,
  quarantine: Quarantine,
): Promise<Result<readonly EntryUpdate[]>> {
  const path = `/ucs/interactions/${encodePathSegment(interactionId)}`;
  const result = await asker({ method: 'POST', path, body: { operationName: 'GetInteractionContent' } });
  if (!result.ok) return result;
  const messages = decodeList(result.value, 'messages');
  return messages === null
    ? fail('server.fault')
    : succeed(timedByNeighbours(splitLog(messages, 0, quarantine).entries));
}

/**
 * Dates an entry without a readable time like the entry before it: the time of arrival says nothing about an old
 * chat.
 */
function timedByNeighbours(entries: readonly EntryUpdate[]): readonly EntryUpdate[] {
  let known = entries.find(({ isTimeGuessed }) => isTimeGuessed === undefined)?.at ?? 0;
  return entries.map((entry) => {
    if (entry.isTimeGuessed === undefined) known = entry.at;
    return entry.isTimeGuessed === true && entry.at === 0 ? { ...entry, at: known } : entry;
  });
}
