import type { CustomerDatum, PastInteraction, Result } from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { EntryReading } from '../../floor/events';
import { toPastInteraction } from '../translate/interaction';
import { toLines } from '../translate/new-messages';
import { decodeInteraction } from '../wire/interaction';
import { decodeList } from '../wire/lists';
import type { Quarantine } from '../wire/quarantine';
import { segment, type Caller } from './calls';

const contactKey = 'ContactId';

/** `asker` brings what the server answers later, over the stream. */
export async function readCustomerHistory(
  asker: Caller,
  customerData: readonly CustomerDatum[],
  quarantine: Quarantine,
): Promise<Result<PastInteraction[]>> {
  const contactId = customerData.find(({ key }) => key === contactKey)?.value ?? '';
  if (contactId === '') return succeed([]);
  const path = `/ucs/contacts/${segment(contactId)}/interactions`;
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

/** What was said in a finished conversation; who typed when is of no interest any more. */
export async function readPastTranscript(
  asker: Caller,
  interactionId: string,
  quarantine: Quarantine,
): Promise<Result<readonly EntryReading[]>> {
  const path = `/ucs/interactions/${segment(interactionId)}`;
  const result = await asker({ method: 'POST', path, body: { operationName: 'GetInteractionContent' } });
  if (!result.ok) return result;
  const messages = decodeList(result.value, 'messages');
  return messages === null
    ? fail('server.fault')
    : succeed(timedByNeighbours(toLines(messages, 0, quarantine).entries));
}

/** Nothing arrived just now: a line of long ago without a readable time was written about when the one before it was. */
function timedByNeighbours(entries: readonly EntryReading[]): readonly EntryReading[] {
  let known = entries.find(({ isTimeGuessed }) => isTimeGuessed === undefined)?.at ?? 0;
  return entries.map((entry) => {
    if (entry.isTimeGuessed === undefined) known = entry.at;
    return entry.isTimeGuessed === true && entry.at === 0 ? { ...entry, at: known } : entry;
  });
}
