import type { Person } from './person';
import type { TypistWorld } from './typist-world';
import type { Written } from './written';

export interface Verdict {
  /** Characters delivered to readers they were not begun for, or delivered twice. */
  readonly misread: number;
  readonly commands: number;
  readonly lost: number;
  readonly sent: number;
  readonly findings: readonly string[];
}

/** Result of a run: what the server delivered to whom, and what became of the rest. */
export async function judge(world: TypistWorld, person: Person, sentences: readonly Written[]): Promise<Verdict> {
  const findings: string[] = [];
  const unsent = new Set(sentences);
  let misread = 0;
  for (const message of sentMessages(world)) misread += explain(message, { unsent, findings });
  const operations = world.floor.carriedOut.map(({ operation, path }) => ({ operation, path }));
  const commands = [...person.commandsByLetter, ...beyondIntention(operations, person.intended)];
  findings.push(...commands.map((command) => `COMMAND ${command}`));
  const sent = sentences.length - unsent.size;
  let lost = 0;
  for (const sentence of unsent) {
    if (sentence.text === '' || (await isOffered(person, sentence))) continue;
    lost += 1;
    const { chatId, audience, text, asTyped } = sentence;
    findings.push(
      `LOST "${text}", as typed "${asTyped}" (${sentence.how}) for ${audience} of ${chatId}: ${await whereabouts(world, person, sentence)}`,
    );
  }
  return { misread, commands: commands.length, lost, sent, findings };
}

export interface SentMessage {
  readonly chatId: string;
  readonly audience: 'agents' | 'everyone';
  readonly text: string;
}

function sentMessages(world: TypistWorld): SentMessage[] {
  const { centre, supervisor } = world.floor;
  return [...centre.chats.values()].flatMap((chat) => {
    const own = new Set(
      chat.parties.filter(({ userId }) => userId === supervisor.id).map(({ participantId }) => participantId),
    );
    return chat.log
      .filter(({ type, from }) => type === 'Text' && own.has(from.participantId))
      .map(({ text, visibility }) => ({
        chatId: chat.id,
        audience: visibility === 'All' ? ('everyone' as const) : ('agents' as const),
        text: text ?? '',
      }));
  });
}

/**
 * Removes the sentences begun for its readers from a message, and those it contains from `unsent`. Returns the number of remaining
 * characters, which were written for others or delivered before.
 */
export function explain(
  { chatId, audience, text }: SentMessage,
  { unsent, findings }: { readonly unsent: Set<Written>; readonly findings: string[] },
): number {
  let rest = text;
  let misread = 0;
  const meant = [...unsent].filter((one) => one.chatId === chatId && one.audience === audience);
  for (const sentence of meant) {
    const words = [sentence.asTyped, sentence.text].find((one) => one !== '' && rest.includes(one));
    if (words === undefined) continue;
    rest = rest.replace(words, '');
    unsent.delete(sentence);
    if (sentence.strangers.length === 0) continue;
    misread += words.length;
    findings.push(`READERS "${words}" went to ${sentence.strangers.join(', ')} as well, in ${chatId}`);
  }
  // A partial sentence at the time of the Enter, or an interrupted composition, was begun for them as well.
  for (const { whole } of meant) rest = withoutPieces(rest, whole);
  rest = rest.replaceAll(/\s+/gu, '');
  if (rest !== '') findings.push(`READERS "${rest}" of "${text}" went to ${audience} of ${chatId}`);
  return misread + rest.length;
}

const shortestPiece = 3;

function withoutPieces(text: string, of: string): string {
  let rest = text;
  for (let length = Math.min(rest.length, of.length); length >= shortestPiece; length -= 1) {
    for (let from = 0; from + length <= of.length; from += 1) {
      const piece = of.slice(from, from + length);
      if (rest.includes(piece)) rest = rest.replace(piece, ' ');
    }
  }
  return rest;
}

const notActs = /Send|Typing|^Accept$|^Retrieve|^Get|Monitoring|Monitor$/u;

export interface Operation {
  readonly operation: string;
  readonly path: string;
}

/** Operations that the server executed for the supervisor and the person did not request. */
export function beyondIntention(
  carriedOut: readonly Operation[],
  intended: readonly { readonly operation: string; readonly chatId: string }[],
): string[] {
  const left = [...intended];
  return carriedOut.flatMap(({ operation, path }) => {
    if (notActs.test(operation)) return [];
    const at = left.findIndex((one) => one.operation === operation && path.includes(one.chatId));
    if (at < 0) return [`at the server: ${operation} ${path}`];
    left.splice(at, 1);
    return [];
  });
}

/** The text is in a field for its readers, or the page shows it with its chat. */
async function isOffered(person: Person, sentence: Written): Promise<boolean> {
  if (!(await person.openChat('main', sentence.chatId))) return false;
  const page = person.page('main');
  if (page === null) return false;
  // Only the server knows what was sent to whom: transcript and list prove nothing.
  const place = page.document.body.cloneNode(true) as HTMLElement;
  for (const element of place.querySelectorAll('[data-testid="transcript"], .chat-row')) element.remove();
  const fields = person.all('main', 'textarea, input') as HTMLTextAreaElement[];
  const shown = [place.textContent, ...fields.map(({ value }) => value)];
  return shown.some((words) => sentence.standsIn(words));
}

async function whereabouts(world: TypistWorld, person: Person, { chatId }: Written): Promise<string> {
  const recalled = (await world.main.invoke('window.restore', null)) as {
    readonly value?: { readonly drafts: readonly { readonly chatId: string }[] };
  };
  const drafts = (recalled.value?.drafts ?? []).filter((draft) => draft.chatId === chatId);
  const page = person.page('main');
  const place = page === null ? 'no page' : (page.document.querySelector('main')?.textContent.slice(0, 600) ?? '');
  return `drafts of the chat: ${JSON.stringify(drafts)}; the page: ${place}`;
}
