import type { Mode } from '../../../../preload/contract';
import type { WallChat } from '../../../support/electron/wall-page';
import type { Chance } from '../../world/chance';
import { explain } from '../judge';
import type { Audience } from '../person';
import { drawSentence, type Sentence } from '../sentences';
import type { WindowName } from '../typist-world';
import { Written } from '../written';
import { handTakes, type RealWindows } from './real-windows';

interface Verdict {
  readonly sentences: number;
  readonly sent: number;
  readonly misread: number;
  readonly commands: number;
  readonly lost: number;
  readonly findings: readonly string[];
  readonly trace: readonly string[];
}

const keyMs = { least: 60, most: 160 };
const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];

interface Befall {
  readonly name: string;
  readonly strike: (sentence: Written) => Promise<void>;
}

/** A seeded person in the real window: types, is interrupted, and continues with the next sentence. */
export class RealDay {
  readonly #windows: RealWindows;
  readonly #chance: Chance;
  readonly #written: Written[] = [];
  readonly #trace: string[] = [];
  readonly #commands: string[] = [];

  constructor(windows: RealWindows, chance: Chance) {
    this.#windows = windows;
    this.#chance = chance;
  }

  /** The sentences so far, each with its disturbances. */
  get trace(): readonly string[] {
    return this.#trace;
  }

  get count(): number {
    return this.#written.length;
  }

  /** Types one sentence with its disturbances, unless there is no field for it. */
  async writeOne(): Promise<void> {
    const windows = this.#windows;
    const chance = this.#chance;
    const chat = await this.#chatGoingOn();
    const { chatId } = chat;
    const at: WindowName = chance.happens(0.25) ? 'wall' : 'main';
    const mode = chance.pick(['coach', 'coach', 'bargeIn'] as const);
    const audience: Audience = mode === 'coach' ? 'agents' : 'everyone';
    await windows.openChat(at, chat);
    const isAtOnce = at === 'main' && chance.happens(0.3) && (await windows.modeAtServer(chatId)) === 'monitor';
    if (isAtOnce) {
      await windows.console.control.injectFault({ kind: 'late', milliseconds: chance.pick([150, 700]) });
      await windows.pressModeKey(chatId, mode);
    } else {
      if ((await windows.modeAtServer(chatId)) !== mode) {
        await windows.chooseMode(at, chatId, mode);
        await windows.modeBecomes(chatId, mode);
      }
      if (!(await windows.focusField(at, chatId, audience))) {
        this.#trace.push(`could not begin to ${audience} of ${chatId} at ${at}: ${await windows.scene(at)}`);
        return;
      }
    }
    const befall = this.#draw(chat, at, await windows.hasCustomer(chatId));
    const drawn = drawSentence(chance, this.#written.length + 1);
    const how = `${isAtOnce ? 'by key at once' : 'settled'}; ${befall.name}`;
    await this.#type(new Written({ chatId, audience, at, how, whole: drawn.text }), drawn, befall);
    await windows.console.control.clearFaults();
    await handTakes(chance.between(100, 900));
  }

  async #type(sentence: Written, drawn: Sentence, befall: Befall): Promise<void> {
    const windows = this.#windows;
    const { at } = sentence;
    this.#written.push(sentence);
    this.#trace.push(`"${drawn.text}" to ${sentence.audience} of ${sentence.chatId} at ${at}, ${sentence.how}`);
    const strikesAt = this.#chance.below(drawn.strokes.length);
    const before = await this.#layersAt(at);
    if ((await this.#fieldText(at)).trim() !== '') await windows.strike(at, { does: 'key', key: ' ' });
    let isCutOff = false;
    for (const [position, stroke] of drawn.strokes.entries()) {
      const wasComposing = sentence.composed !== '';
      if (position === strikesAt) await befall.strike(sentence);
      // The field was replaced: its composition ended early, for the readers it was begun for.
      if (wasComposing && !(await windows.isComposing(at))) {
        sentence.cutOff();
        isCutOff = true;
      }
      if (!isCutOff || stroke.does === 'key') {
        const isAtText = await windows.isAtText(at);
        await windows.strike(at, stroke);
        sentence.apply(stroke, isAtText);
      }
      if (stroke.does === 'commit') isCutOff = false;
      await handTakes(this.#chance.between(keyMs.least, keyMs.most));
    }
    if (this.#chance.happens(0.85)) await windows.strike(at, { does: 'key', key: 'Enter' });
    const layers = (await this.#layersAt(at)) - before;
    if (layers > 0) this.#commands.push(`${layers} layers opened during "${drawn.text}", ${sentence.how}`);
    for (let open = 0; open < layers; open += 1) await windows.pageOf(at).keyboard.press('Escape');
  }

  #draw(chat: WallChat, at: WindowName, hasCustomer: boolean): Befall {
    const windows = this.#windows;
    const { control } = windows.console;
    const other: WindowName = at === 'main' ? 'wall' : 'main';
    const turned = async (): Promise<Mode> => {
      const now = await windows.modeAtServer(chat.chatId);
      return this.#chance.pick(modes.filter((mode) => mode !== now));
    };
    return this.#chance.weighted<Befall>([
      [3, { name: 'nothing', strike: () => Promise.resolve() }],
      [2, { name: 'the agent ends the chat', strike: () => control.endChat({ chatId: chat.chatId }) }],
      [
        hasCustomer ? 1 : 0,
        { name: 'the customer leaves', strike: () => control.customerLeaves({ chatId: chat.chatId }) },
      ],
      [
        3,
        {
          name: 'the mode changes from another session',
          strike: async () => windows.switchElsewhere(chat.chatId, await turned()),
        },
      ],
      [
        3,
        {
          name: 'the mode changes from the other window',
          strike: async () => {
            await windows.openChat(other, chat);
            await windows.chooseMode(other, chat.chatId, await turned());
          },
        },
      ],
      [1, { name: 'the server is slow', strike: () => control.injectFault({ kind: 'late', milliseconds: 1_500 }) }],
      [
        1,
        {
          name: 'the server refuses',
          strike: () => control.injectFault({ kind: 'refuse', on: 'rest', operation: 'SendMessage', times: 1 }),
        },
      ],
      [1, { name: 'the connections drop', strike: () => control.dropConnections() }],
      [1, { name: 'the stream is forgotten', strike: () => control.forgetStream() }],
      [
        1,
        {
          name: 'the page is loaded again',
          strike: async (sentence) => {
            sentence.pageGoes();
            await windows.pageOf(at).reload();
          },
        },
      ],
    ]);
  }

  async #chatGoingOn(): Promise<WallChat> {
    const windows = this.#windows;
    const goingOn: WallChat[] = [];
    for (const chat of windows.chats) if ((await windows.modeAtServer(chat.chatId)) !== null) goingOn.push(chat);
    if (goingOn.length >= 3) return this.#chance.pick(goingOn);
    return windows.startChat(this.#chance.pick(windows.chats.slice(0, 4)));
  }

  #layersAt(at: WindowName): Promise<number> {
    return this.#windows.pageOf(at).locator('[data-layer], [role="dialog"]').count();
  }

  #fieldText(at: WindowName): Promise<string> {
    return this.#windows.pageOf(at).evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement ? field.value : '';
    });
  }

  async judge(): Promise<Verdict> {
    const windows = this.#windows;
    await handTakes(6_000);
    const findings: string[] = [];
    const unsent = new Set(this.#written);
    let misread = 0;
    for (const message of await windows.sentMessages()) misread += explain(message, { unsent, findings });
    const sent = this.#written.length - unsent.size;
    const commands = [...this.#commands, ...(await windows.unwanted())];
    findings.push(...commands.map((command) => `COMMAND ${command}`));
    let lost = 0;
    for (const sentence of unsent) {
      if (sentence.text === '') continue;
      const chat = windows.chats.find(({ chatId }) => chatId === sentence.chatId);
      const isOpen = chat !== undefined && (await succeeds(windows.openChat('main', chat)));
      if (isOpen && sentence.standsIn(await windows.shownIn('main'))) continue;
      lost += 1;
      const where = `${sentence.audience} of ${sentence.chatId}${isOpen ? '' : ', which cannot be opened'}`;
      findings.push(`LOST "${sentence.text}" (${sentence.how}) for ${where}`);
    }
    const sentences = this.#written.length;
    return { sentences, sent, misread, commands: commands.length, lost, findings, trace: this.#trace };
  }
}

function succeeds(act: Promise<unknown>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  );
}
