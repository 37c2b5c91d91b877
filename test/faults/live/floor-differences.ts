import type { LiveConsole } from './live-console';

/** Compares what the supervisor is shown with the server's delivery log, chat by chat; empty if equal. */
export function floorDifferences(client: LiveConsole): readonly string[] {
  const found: string[] = [];
  const present = new Set<string>();
  for (const { chatId } of client.floor.control.chats()) {
    const seen = seenBySupervisor(client, chatId);
    if (seen?.state !== 'Chatting') continue;
    present.add(chatId);
    const chat = client.floorStore.chat(chatId);
    if (chat?.state !== 'active') {
      found.push(`${chatId} is ${chat?.state ?? 'missing'}`);
      continue;
    }
    const lines = seen.messages.filter(({ type }) => !type.startsWith('Typing'));
    const entries = client.floorStore.entries(chatId);
    const spoken = (text: string | null): string => text ?? '';
    const atServer = lines.map(({ index, text }) => `${index} ${spoken(text)}`).join('\n');
    const shown = entries.map(({ index, text }) => `${index} ${text}`).join('\n');
    if (atServer !== shown)
      found.push(`${chatId} has ${entries.length} lines shown, ${lines.length} at the server, or other words`);
    const names = (list: readonly { readonly nickname: string }[]): string =>
      list
        .map(({ nickname }) => nickname)
        .sort()
        .join();
    if (names(seen.participants) !== names(chat.participants)) found.push(`${chatId} shows other participants`);
  }
  for (const chat of client.floorStore.snapshot().chats) {
    if (chat.endedAt === null && !present.has(chat.id)) found.push(`${chat.id} is shown ${chat.state} and is over`);
  }
  return found;
}

function seenBySupervisor(
  client: LiveConsole,
  chatId: string,
): ReturnType<LiveConsole['floor']['control']['seenBy']> | null {
  try {
    return client.floor.control.seenBy({ chatId, party: 'supervisor' });
  } catch {
    // The supervisor was never in it.
    return null;
  }
}
