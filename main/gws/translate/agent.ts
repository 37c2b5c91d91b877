import type { Agent, AgentChat, Medium, Presence } from '../../../preload/contract';
import { decodeChat } from '../wire/chat';
import type { WireChannelPresence, WireContact } from '../wire/contact';
import type { Quarantine } from '../wire/quarantine';
import { ownField } from '../../base/record';
import { toChatReading } from './chat';
import { presenceFromWire } from './presence-word';

/** Maps a directory entry to an agent with the running chats; `null` if the server does not report them. */
export function toAgent(contact: WireContact, known: readonly AgentChat[] | 'notReadYet' | null): Agent {
  const chats = known === 'notReadYet' ? null : known;
  const fullName = [contact.firstName, contact.lastName].filter((part) => part !== undefined && part !== '').join(' ');
  const userName = contact.userName ?? contact.name ?? '';
  const employeeId = contact.employeeId ?? '';
  const skills = toNames(contact.skills);
  const presence = toPresence(contact.channels);
  return {
    id: contact.id,
    userName,
    name: fullName === '' ? (contact.name ?? userName) : fullName,
    ...(employeeId === '' ? {} : { employeeId }),
    ...presence,
    groups: [...toNames(contact.groups), ...toNames(contact.businessUnits)],
    ...(skills.length === 0 ? {} : { skills }),
    chats: presence.presence === 'loggedOut' && chats !== null ? [] : chats,
    ...(known === 'notReadYet' ? { chatsNotReadYet: true } : {}),
  };
}

/** The chat channel decides the presence. Without one, the first channel with a state does. */
function toPresence(channels: readonly WireChannelPresence[] | null): {
  readonly presence: Presence;
  readonly presenceText: string | null;
} {
  if (channels === null) return { presence: 'loggedOut', presenceText: null };
  const chat = channels.find((channel) => channel.channel === 'chat' && channel.userState !== undefined);
  const state = (chat ?? channels.find((channel) => channel.userState !== undefined))?.userState;
  if (state === undefined) return { presence: 'unknown', presenceText: null };
  return { presence: presenceFromWire(state.state), presenceText: state.displayName ?? null };
}

function toNames(items: readonly unknown[] | undefined): readonly string[] {
  return (items ?? []).flatMap((item) => {
    const name = typeof item === 'string' ? item : ownField(item, 'name');
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
}

const over = new Set(['left', 'finished', 'revoked', 'joinFailed']);

/** Returns the running chats among those that the server lists for an agent in one medium. */
export function toAgentChats(items: readonly unknown[], medium: Medium, quarantine: Quarantine): readonly AgentChat[] {
  return items.flatMap((item) => {
    const chat = decodeChat(item, medium);
    if (chat === null) {
      quarantine.keep('agentChat', item);
      return [];
    }
    const reading = toChatReading(chat, quarantine);
    if (reading.state !== undefined && over.has(reading.state)) return [];
    const customer = reading.participants?.find((participant) => participant.type === 'customer');
    const customerName = customer?.nickname ?? null;
    return [{ chatId: chat.id, medium, customerName, startedAt: reading.receivedAt ?? null }];
  });
}
