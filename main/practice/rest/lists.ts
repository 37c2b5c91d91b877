import type { Answer } from '../contact-centre/operation-result';
import { unknownResource } from '../contact-centre/operation-result';
import { dispositions } from '../contact-centre/dispositions';
import { queues } from '../contact-centre/queues';
import { reference } from '../wire/wire-format';
import type { ResourceCall } from './resource-call';
import { listed } from './resource-call';

/** All queues are for chats. */
export function readQueues(call: ResourceCall): Answer {
  const channel = call.query.get('channel');
  const found = channel === null || channel === 'chat' ? queues : [];
  return listed(
    call,
    'queues',
    found.map(({ id, name }) => ({ id, name, channel: 'chat', ...reference(call.dialect, `/queues/${id}`) })),
  );
}

/** Undocumented, so switchable; shaped like the agent states. */
export function readDispositions(call: ResourceCall): Answer {
  if (!call.dialect.quirks.dispositionsRead) return unknownResource('settings/dispositions');
  return listed(
    call,
    'dispositions',
    dispositions.map((one) => ({ ...one, ...reference(call.dialect, `/settings/dispositions/${one.id}`) })),
  );
}
