import type { Script } from 'node:vm';
import type { Mode } from '../../../preload/contract';
import { Chance } from '../world/chance';
import { disturbances, type Disturbance, type Scene } from './disturbances';
import { judge, type Verdict } from './judge';
import { Person, type Audience } from './person';
import { drawSentence, type Sentence, type Stroke } from './sentences';
import { TypistWorld, type WindowName } from './typist-world';
import { Written } from './written';

export interface StoryOptions {
  readonly hasWall: boolean;
  readonly bargeInBy: 'press' | 'hold';
  readonly areSingleKeysOn: boolean;
}

/** Where, for whom and how a sentence begins. */
export interface Beginning {
  readonly at: WindowName;
  readonly chatId: string;
  readonly audience: Audience;
  readonly how: string;
}

export interface Befall {
  readonly disturbance: Disturbance;
  /** Index of the stroke before which it happens. */
  readonly position: number;
}

export interface Course {
  readonly befalls: readonly Befall[];
  /** A person who does not look types to the end. */
  readonly stopsAt: number;
  readonly isSentAtEnd: boolean;
  readonly betweenKeysMs?: number;
}

const customers = ['Robin Vale', 'Kim Adeyemi', 'Łukasz Nowak', 'Mina Okafor', 'Jo Berg', 'Ana Silva'];
const startsBy = ['settled', 'settled', 'settled', 'key at once', 'held key', 'button at once'] as const;

/** One supervisor at work: sentences in one or two windows, each with its disturbances. */
export class Story {
  readonly world: TypistWorld;
  readonly person: Person;
  readonly chance: Chance;
  readonly written: Written[] = [];
  readonly played = new Map<string, number>();
  readonly #chats: string[] = [];
  #areSingleKeysOn = true;
  #number = 0;

  constructor(script: Script, seed: number) {
    this.chance = new Chance(seed);
    this.world = new TypistWorld({ seed: this.chance.below(2 ** 31), script });
    this.person = new Person(this.world, new Chance(this.chance.below(2 ** 31)));
  }

  async open({ hasWall, bargeInBy, areSingleKeysOn }: StoryOptions): Promise<void> {
    this.#areSingleKeysOn = areSingleKeysOn;
    await this.world.enter({ bargeInBy, keys: { areSingleKeysOn, chosen: {} } });
    for (const [at, { userName }] of this.world.floor.agents.entries())
      this.#chats.push(this.world.startChat(userName, customers[at] ?? 'Robin Vale'));
    await this.world.clock.run(1_500);
    if (hasWall) {
      this.world.loadPage('wall');
      await this.world.clock.run(1_500);
    }
    this.world.floor.carriedOut.length = 0;
    this.world.main.asked.length = 0;
  }

  /** The running chats of the supervisor. */
  get goingOn(): string[] {
    return this.#chats.filter((chatId) => this.world.modeAtServer(chatId) !== null);
  }

  count(what: string): void {
    this.played.set(what, (this.played.get(what) ?? 0) + 1);
  }

  draw(): Sentence {
    return drawSentence(this.chance, (this.#number += 1));
  }

  /** Keeps the number of chats constant. */
  async refill(): Promise<void> {
    if (this.goingOn.length >= 3) return;
    const agent = this.chance.pick(this.world.floor.agents).userName;
    this.#number += 1;
    this.#chats.push(this.world.startChat(agent, `Customer${String(this.#number)} ${this.chance.pick(customers)}`));
    await this.world.clock.run(1_200);
  }

  /** Opens the chat in this mode and waits for it; `null` if that is not possible. */
  async settleIn(at: WindowName, chatId: string, mode: 'coach' | 'bargeIn'): Promise<Beginning | null> {
    const { person, world } = this;
    if (!(await person.openChat(at, chatId))) return null;
    if (world.modeAtServer(chatId) !== mode) {
      await person.chooseMode(at, chatId, mode);
      for (let waited = 0; waited < 3_000 && world.main.floorStore.chat(chatId)?.mode !== mode; waited += 100)
        await world.clock.run(100);
      await world.clock.run(300);
    }
    await person.closeOverlays(at);
    await person.answerHeld(at, chatId);
    const audience = mode === 'coach' ? 'agents' : 'everyone';
    if (person.focusField(at, chatId, audience) === null) return null;
    return { at, chatId, audience, how: 'settled' };
  }

  /** Requests a mode without waiting for it. */
  async ask(chatId: string, mode: 'coach' | 'bargeIn', by: 'key' | 'button'): Promise<Beginning | null> {
    const { person, world } = this;
    // The mode buttons are disabled offline, visibly.
    if (world.main.floorStore.connection.phase !== 'live') return null;
    if (!(await person.openChat('main', chatId))) return null;
    const heldMs = mode === 'bargeIn' ? 700 : 0;
    // A person who turned single keys off does not use them.
    const isByKey = by === 'key' && this.#areSingleKeysOn;
    if (isByKey) await person.pressModeKey('main', chatId, mode, heldMs);
    else await person.chooseMode('main', chatId, mode);
    return {
      at: 'main',
      chatId,
      audience: mode === 'coach' ? 'agents' : 'everyone',
      how: `${mode} by ${isByKey ? 'key' : 'button'} at once`,
    };
  }

  /** Types into the field for these readers, after its contents. */
  async type(beginning: Beginning, drawn: Sentence, course: Course): Promise<Written> {
    const { person } = this;
    const { at, chatId, audience } = beginning;
    // Existing text stays, separate from the new one.
    const existing = person.isAtText(at) ? (person.focusField(at, chatId, audience)?.value ?? '') : '';
    if (existing !== '' && !/\s$/u.test(existing)) await person.strike(at, { does: 'key', key: ' ' });
    return this.typeOn(beginning, drawn, course);
  }

  /** Types without checking the focus. */
  async typeOn({ at, chatId, audience, how }: Beginning, drawn: Sentence, course: Course): Promise<Written> {
    const { person, chance, world } = this;
    const befalling = course.befalls.map(({ disturbance }) => disturbance.name).join(', ');
    const sentence = new Written({ chatId, audience, at, whole: drawn.text, how: `${how}; ${befalling}` });
    this.written.push(sentence);
    const readers = this.#readersOf(chatId, audience);
    world.note(
      `begins "${drawn.text}" to ${audience} of ${chatId} at ${at}, ${sentence.how} ${person.scene(at, chatId)}`,
    );
    const scene: Scene = { world, person, chance, sentence, otherChats: this.goingOn.filter((one) => one !== chatId) };
    for (const [position, stroke] of drawn.strokes.entries()) {
      for (const { disturbance } of course.befalls.filter((one) => one.position === position)) {
        const struck = await disturbance.strike(scene);
        world.note(
          `${disturbance.name}${struck ? '' : ' (not possible)'}, after "${sentence.text}" ${person.scene(at, chatId)}`,
        );
        if (struck) this.count(disturbance.name);
      }
      if (position > course.stopsAt) {
        if (sentence.composed !== '') await this.#strike(sentence, { does: 'commit', text: sentence.composed });
        return sentence;
      }
      await this.#strike(sentence, stroke);
      await world.clock.run((course.betweenKeysMs ?? chance.between(60, 250)) - 30);
    }
    if (course.isSentAtEnd) {
      sentence.strangers = this.#readersOf(chatId, audience).filter((reader) => !readers.includes(reader));
      world.note(`Enter ${person.scene(at, chatId)}`);
      await person.strike(at, { does: 'key', key: 'Enter' });
    }
    return sentence;
  }

  /** The readers as main knows them, which a window can name. */
  #readersOf(chatId: string, audience: Audience): readonly string[] {
    const kinds = audience === 'everyone' ? ['customer', 'agent'] : ['agent'];
    const participants = this.world.main.floorStore.chat(chatId)?.participants ?? [];
    return participants.filter(({ kind }) => kinds.includes(kind)).map(({ participantId }) => participantId);
  }

  async #strike(sentence: Written, stroke: Stroke): Promise<void> {
    const hands = this.person.hands(sentence.at);
    const wasComposing = hands.composes();
    const { cutOff } = hands;
    const isInText = await this.person.strike(sentence.at, stroke);
    // An interrupted composition must be preserved up to its start.
    if (hands.cutOff > cutOff) sentence.cutOff();
    // The window says that these keys do nothing, so what was never in a field is not lost.
    if (!isInText && sentence.asTyped === '' && this.person.seesStrayNotice(sentence.at)) sentence.settle();
    const isMeant = stroke.does !== 'commit' || (wasComposing && hands.cutOff === cutOff);
    if (isMeant) sentence.apply(stroke, isInText);
  }

  /** Writes one random sentence. */
  async writeOne(last: Written | null): Promise<Written | null> {
    const { chance, world } = this;
    await this.refill();
    const at: WindowName = world.pages.has('wall') && chance.happens(0.25) ? 'wall' : 'main';
    const isNext = last !== null && chance.happens(0.15);
    const beginning = isNext
      ? { at: last.at, chatId: last.chatId, audience: last.audience, how: 'after the last' }
      : await this.#begin(at);
    if (beginning === null) {
      this.count('could not begin');
      return null;
    }
    this.count(beginning.how);
    const drawn = this.draw();
    const befalls = Array.from({ length: chance.happens(0.3) ? 2 : 1 }, () => ({
      disturbance: chance.weighted(disturbances.map((one) => [one.weight, one] as const)),
      position: chance.below(drawn.strokes.length),
    }));
    const isCalm = befalls.every(({ disturbance }) => disturbance.name === 'nothing');
    const noticesAt = Math.max(...befalls.map(({ position }) => position)) + chance.between(4, 14);
    const stopsAt = isCalm || chance.happens(0.5) ? Number.POSITIVE_INFINITY : noticesAt;
    const course = { befalls, stopsAt, isSentAtEnd: chance.happens(0.85) };
    // A sentence that stopped inside a word is not typed into.
    if (isNext && !last.isAtEnd) await this.person.strike(last.at, { does: 'key', key: 'End' });
    return isNext ? this.typeOn(beginning, drawn, course) : this.type(beginning, drawn, course);
  }

  #begin(at: WindowName): Promise<Beginning | null> {
    const { chance, world } = this;
    const chatId = chance.pick(this.goingOn);
    const mode = chance.pick(['coach', 'coach', 'bargeIn'] as const satisfies readonly Mode[]);
    const start = chance.pick(startsBy);
    if (start === 'settled' || at === 'wall' || world.modeAtServer(chatId) !== 'monitor')
      return this.settleIn(at, chatId, mode);
    world.operationDelayMs = chance.pick([0, 150, 500, 3_000]);
    return this.ask(chatId, start === 'held key' ? 'bargeIn' : mode, start === 'button at once' ? 'button' : 'key');
  }

  async end(): Promise<Verdict> {
    this.world.clearSky();
    await this.world.clock.run(45_000);
    const verdict = await judge(this.world, this.person, this.written);
    return { ...verdict, findings: [...verdict.findings, ...this.world.pageErrors.map((error) => `PAGE ${error}`)] };
  }

  close(): void {
    this.world.close();
  }
}
