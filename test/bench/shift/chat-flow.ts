import type { Chance } from '../../faults/world/chance';
import type { ShiftConsole } from './shift-console';

export interface ChatFlowOptions {
  readonly console: ShiftConsole;
  readonly chance: Chance;
  /** Chats that go on at the same time: the next one begins when one ends. */
  readonly places: number;
  /** How long a chat goes on, on average. */
  readonly lastsMs: number;
  /** Lines and typing signs in a chat, on average. */
  readonly linesEach: number;
  readonly stepMs: number;
  /** What is said, one after the other: a floor has few different words, and what main remembers of them is full soon. */
  readonly texts: readonly string[];
  /** Receives what happens at the server, in order. */
  readonly note?: (line: string) => void;
}

interface Place {
  chatId: string | null;
  medium: 'chat' | 'sms';
  endsAt: number;
}

const dismissedAfterMs = 60_000;
const wrapUpMs = 20_000;

/**
 * What customers and agents do: a place of the floor has one chat after the other, and the supervisor clears away those that ended. The
 * number of chats hardly changes, so that memory at one moment can be compared with memory at another.
 */
export class ChatFlow {
  begun = 0;
  said = 0;
  ended = 0;
  dismissed = 0;
  readonly #options: ChatFlowOptions;
  readonly #places: Place[];
  readonly #later: { readonly at: number; readonly act: () => void }[] = [];
  readonly #userNames: readonly string[];

  constructor(options: ChatFlowOptions) {
    const { console, places, lastsMs } = options;
    this.#options = options;
    this.#userNames = console.floor.agents.map(({ userName }) => userName);
    const now = console.clock.trueMs;
    this.#places = Array.from({ length: places }, (_, place) => ({
      chatId: null,
      medium: 'chat',
      endsAt: now + (place / places) * lastsMs,
    }));
  }

  get live(): number {
    return this.#places.filter(({ chatId }) => chatId !== null).length;
  }

  /** One step of time. */
  step(): void {
    const { chance, console, linesEach, lastsMs, stepMs } = this.#options;
    const now = console.clock.trueMs;
    while ((this.#later[0]?.at ?? Infinity) <= now) this.#later.shift()?.act();
    const lineEvery = (linesEach * stepMs) / lastsMs;
    for (const place of this.#places) {
      if (place.endsAt <= now) {
        this.#end(place);
        this.#begin(place);
      }
      // Short chats say several lines in a step, long ones one in many.
      for (let left = lineEvery; left > 0; left -= 1) if (chance.random() < left) this.#say(place);
    }
    console.tidy();
  }

  /** Ends all chats, and begins no more. */
  endAll(): void {
    for (const place of this.#places) this.#end(place);
  }

  /** Carries out everything that was left for later. */
  finish(): void {
    for (const { act } of this.#later.splice(0)) act();
  }

  #begin(place: Place): void {
    const { chance, console, lastsMs } = this.#options;
    const agent = chance.pick(this.#userNames);
    const customer = `Customer Number${String(this.begun)}`;
    place.medium = chance.happens(0.1) ? 'sms' : 'chat';
    const { chatId } = console.floor.control.startChat({ agent, customer, medium: place.medium });
    this.begun += 1;
    place.chatId = chatId;
    place.endsAt = console.clock.trueMs + lastsMs * (0.8 + 0.4 * chance.random());
    this.#note(`begin ${chatId} ${agent}`);
  }

  #say(place: Place): void {
    const { chance, console, texts } = this.#options;
    const { chatId, medium } = place;
    if (chatId === null) return;
    const { control } = console.floor;
    const text = texts[(this.said += 1) % texts.length] ?? '';
    // No typing signs are sent for text messages.
    const what = chance.below(medium === 'chat' ? 10 : 8);
    if (what < 4) control.customerSays({ chatId, text });
    else if (what < 8) control.agentSays({ chatId, text });
    else if (what === 8) control.customerTypes({ chatId, isTyping: true });
    else control.agentTypes({ chatId, isTyping: true });
    this.#note(`say ${String(what)} ${chatId} ${String(text.length)}`);
  }

  #end(place: Place): void {
    const { chance, console } = this.#options;
    const { chatId } = place;
    if (chatId === null) return;
    place.chatId = null;
    const { control } = console.floor;
    const leavesFirst = chance.happens(0.3);
    if (leavesFirst) control.customerLeaves({ chatId });
    this.#after(leavesFirst ? wrapUpMs : 0, () => {
      control.endChat({ chatId });
      this.ended += 1;
      this.#note(`end ${chatId}`);
    });
    this.#after(wrapUpMs + dismissedAfterMs, () => {
      void console.invoke('chats.dismiss', { chatId }).then(({ ok }) => {
        if (ok) this.dismissed += 1;
      });
    });
  }

  #after(delayMs: number, act: () => void): void {
    if (delayMs === 0) {
      act();
      return;
    }
    const at = this.#options.console.clock.trueMs + delayMs;
    const place = this.#later.findIndex((other) => other.at > at);
    this.#later.splice(place < 0 ? this.#later.length : place, 0, { at, act });
  }

  #note(what: string): void {
    this.#options.note?.(`${String(this.#options.console.clock.trueMs)} ${what}`);
  }
}
