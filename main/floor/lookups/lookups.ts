import type {
  Agent,
  CommandReply,
  CommandRequest,
  FoundTarget,
  LookupCommands,
  PastInteraction,
  Result,
} from '../../../preload/contract';
import { fail, succeed } from '../../base/result';
import type { CommandPorts } from '../commands/ports';
import { toPastEntries } from '../ledger/past-transcript';
import { instantOf, type IdentityContext } from '../ledger/record';
import { maskEntries } from '../ledger/masking';
import { maskNumbers } from '../masked-numbers';
import { findTargets } from './find-targets';
import { CachedQuery } from './cached-query';

/** Lookups by IPC name. They never change the floor. */
export type FloorLookups = {
  readonly [N in keyof LookupCommands]: (request: CommandRequest<N>) => Promise<Result<CommandReply<N>>>;
};

export function createFloorLookups(
  ports: Pick<CommandPorts, 'floorStore' | 'contactCentre' | 'clock' | 'masksNumbers'>,
): FloorLookups {
  const { floorStore, contactCentre, clock, masksNumbers = () => false } = ports;
  const queues = new CachedQuery((centre) => centre.queues(), clock);
  const dispositions = new CachedQuery((centre) => centre.dispositions(), clock);

  return {
    'directory.find': async ({ query, kinds }) => {
      const agents = kinds.includes('agent') ? floorStore.agents.map(toTarget) : [];
      if (!kinds.includes('queue')) return succeed(findTargets(agents, query));
      const read = await queues.get(contactCentre());
      if (read.ok) return succeed(findTargets([...agents, ...read.value], query));
      if (!kinds.includes('agent')) return read;
      return succeed({ ...findTargets(agents, query), problem: read.error });
    },
    'dispositions.list': async () => {
      const read = await dispositions.get(contactCentre());
      return read.ok ? succeed({ codes: read.value }) : read;
    },
    'history.ofCustomer': async ({ chatId }) => {
      const chat = floorStore.chat(chatId);
      const centre = contactCentre();
      if (centre === null) return fail('session.signedOut');
      if (chat === null) return fail('command.chatGone');
      const read = await centre.customerHistory({ customerData: floorStore.customerData(chatId) });
      if (!read.ok) return read;
      const others = read.value.filter(({ id }) => id !== chatId);
      const shown = masksNumbers() ? others.map(masked) : others;
      return succeed({ interactions: shown.sort(latestFirst) });
    },
    'history.transcript': async ({ interactionId }) => {
      const centre = contactCentre();
      if (centre === null) return fail('session.signedOut');
      const read = await centre.pastTranscript({ interactionId });
      if (!read.ok) return read;
      const moment = instantOf(clock);
      const entries = toPastEntries(read.value, viewpointOf(floorStore), moment);
      return succeed({ entries: masksNumbers() ? maskEntries(entries) : entries });
    },
  };
}

function toTarget({ id, name, userName, employeeId = '', presence, presenceText, groups }: Agent): FoundTarget {
  return { kind: 'agent', id, name, userName, employeeId, presence, presenceText, groups };
}

function masked(interaction: PastInteraction): PastInteraction {
  return { ...interaction, subject: interaction.subject === null ? null : maskNumbers(interaction.subject) };
}

function latestFirst(left: PastInteraction, right: PastInteraction): number {
  return (right.startedAt ?? 0) - (left.startedAt ?? 0);
}

function viewpointOf({ session }: CommandPorts['floorStore']): IdentityContext {
  const who = session.phase === 'signedIn' ? session.who : { userId: '', userName: '' };
  return { self: { userId: who.userId, userName: who.userName, nickname: '' }, isWatched: () => false };
}
