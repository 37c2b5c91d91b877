import { strict as assert } from 'node:assert';
import type { ConsolePage } from '../../support/electron/console-page';
import { eventually } from '../../support/electron/eventually';
import type { LaunchedConsole } from '../../support/electron/launch';
import type { TestDesktop } from '../../support/electron/notifications';

/** What later steps know from earlier ones. */
export interface ShiftMemory {
  agent: { userName: string; name: string; id: string };
  chatId: string;
  otherAgent: { userName: string; name: string };
  otherChatId: string;
  otherCustomer: string;
}

/** Where the shift is played: the window, and the strings behind the floor. */
export interface Shift {
  readonly console: LaunchedConsole;
  readonly window: ConsolePage;
  /** `null` where notifications cannot be read by a test. */
  readonly desktop: TestDesktop | null;
  readonly memory: Partial<ShiftMemory>;
}

/** One step of the shift. It resolves only when everything it claims was seen, from every side. */
export interface ShiftStep {
  readonly name: string;
  readonly title: string;
  /** The observation, reported after the step. */
  readonly play: (shift: Shift) => Promise<readonly string[]>;
}

/** The agent of the shift's main chat, and its customer. */
export const customer = 'Robin Vale';

export function remembered<K extends keyof ShiftMemory>({ memory }: Shift, what: K): ShiftMemory[K] {
  const value = memory[what];
  assert(value !== undefined, `an earlier step remembers ${what}`);
  return value;
}

/** The words put before one party of a chat, as the server handed them over. */
export async function receivedBy(
  { console: { control } }: Shift,
  chatId: string,
  party: string,
): Promise<readonly string[]> {
  const { messages } = await control.seenBy({ chatId, party });
  return messages.flatMap(({ type, text }) => (type === 'Text' && text !== null ? [text] : []));
}

/** Whom one party of a chat is aware of. */
export async function seenPeople(
  { console: { control } }: Shift,
  chatId: string,
  party: string,
): Promise<readonly string[]> {
  const { participants } = await control.seenBy({ chatId, party });
  return participants.map(({ role, visibility }) => `${role}:${visibility}`);
}

export function receives(shift: Shift, chatId: string, party: string, text: string): Promise<readonly string[]> {
  return eventually(
    `${party} reads "${text}"`,
    () => receivedBy(shift, chatId, party),
    (texts) => texts.includes(text),
  );
}
