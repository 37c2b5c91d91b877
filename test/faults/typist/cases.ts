import type { Script } from 'node:vm';
import type { Mode } from '../../../preload/contract';
import type { Disturbance } from './disturbances';
import { playOut, type Outcome } from './play';
import type { Sentence, Stroke } from './sentences';
import type { Beginning, Course, Story } from './story';

/** Faults seen in the real window before the typist existed. Every run plays them, with its own words. */
export interface Case {
  readonly name: string;
  readonly tell: (story: Story) => Promise<void>;
}

const blind: Course = { befalls: [], stopsAt: Number.POSITIVE_INFINITY, isSentAtEnd: true };

function keys(text: string): Stroke[] {
  return Array.from(text, (key) => ({ does: 'key', key }));
}

function plain(text: string): Sentence {
  return { text, strokes: keys(text) };
}

function must(beginning: Beginning | null): Beginning {
  if (beginning === null) throw new Error('the scene is not set');
  return beginning;
}

async function prepareChat(story: Story, bargeInBy: 'press' | 'hold' = 'press'): Promise<string> {
  await story.open({ hasWall: true, bargeInBy, areSingleKeysOn: true });
  const [chatId] = story.goingOn;
  if (chatId === undefined) throw new Error('the floor has chats');
  return chatId;
}

const completes: Disturbance = {
  name: 'the agent ends the chat',
  weight: 1,
  strike: ({ world, sentence: { chatId } }) => {
    world.floor.control.endChat({ chatId });
    return true;
  },
};

const switches = (mode: Mode, by: 'wall' | 'server'): Disturbance => ({
  name: `${mode} from the ${by}`,
  weight: 1,
  strike: async ({ world, person, sentence: { chatId } }) => {
    if (by === 'server') return world.switchAtServer(chatId, mode);
    return person.chooseMode('wall', chatId, mode);
  },
});

const henkin: readonly Stroke[] = [
  { does: 'compose', letter: 'h', text: 'h' },
  { does: 'compose', letter: 'e', text: 'へ' },
  { does: 'compose', letter: 'n', text: 'へん' },
  { does: 'compose', letter: 'k', text: 'へんk' },
  { does: 'compose', letter: 'i', text: 'へんき' },
  { does: 'compose', letter: 'n', text: 'へんきん' },
];
const commit = (text: string): Stroke => ({ does: 'commit', text });
const halfWay = 9;

async function modeTurns(story: Story, from: 'coach' | 'bargeIn', to: Mode, by: 'wall' | 'server'): Promise<void> {
  const beginning = must(await story.settleIn('main', await prepareChat(story), from));
  const drawn = plain(`${story.draw().text} but tell the truth now`);
  await story.type(beginning, drawn, { ...blind, befalls: [{ disturbance: switches(to, by), position: halfWay }] });
}

export const cases: readonly Case[] = [
  {
    name: 'A1',
    tell: async (story) => {
      const chatId = await prepareChat(story);
      const beginning = must(await story.settleIn('main', chatId, 'coach'));
      const bargesIn: Disturbance = {
        name: 'barge in is asked for, the news of it late',
        weight: 1,
        strike: async ({ world, person }) => {
          world.newsDelayMs = 2_500;
          await person.chooseMode('main', chatId, 'bargeIn');
          person.focusField('main', chatId, 'agents');
          return true;
        },
      };
      const strokes = [...keys('Kim must not know: '), ...henkin, commit('返金')];
      const course = { ...blind, befalls: [{ disturbance: bargesIn, position: 19 }], betweenKeysMs: 500 };
      await story.type(beginning, { text: 'Kim must not know: 返金', strokes }, course);
    },
  },
  {
    name: 'A2',
    tell: async (story) => {
      const beginning = must(await story.settleIn('main', await prepareChat(story), 'bargeIn'));
      story.world.operationDelayMs = 300;
      await story.type(beginning, plain('first 150. '), blind);
      await story.world.clock.run(70);
      story.world.note('the next one at once');
      await story.typeOn(beginning, { text: '返', strokes: [...henkin.slice(0, 3), commit('返')] }, blind);
    },
  },
  {
    name: 'A3',
    tell: async (story) => {
      const beginning = must(await story.settleIn('main', await prepareChat(story), 'coach'));
      const drawn = plain(`The ${story.draw().text} can be tough, he always lies`);
      await story.type(beginning, drawn, { ...blind, befalls: [{ disturbance: completes, position: halfWay }] });
    },
  },
  { name: 'A4 from the wall', tell: (story) => modeTurns(story, 'coach', 'bargeIn', 'wall') },
  { name: 'A4 from another session', tell: (story) => modeTurns(story, 'coach', 'bargeIn', 'server') },
  { name: 'A5', tell: (story) => modeTurns(story, 'bargeIn', 'monitor', 'wall') },
  {
    name: 'A6',
    tell: async (story) => {
      const chatId = await prepareChat(story);
      story.world.operationDelayMs = 150;
      const beginning = must(await story.ask(chatId, 'coach', 'key'));
      await story.type(beginning, plain('Let him cancel it'), { ...blind, isSentAtEnd: false, betweenKeysMs: 90 });
    },
  },
  {
    name: 'A7',
    tell: async (story) => {
      const chatId = await prepareChat(story, 'hold');
      story.world.operationDelayMs = 3_000;
      const beginning = must(await story.ask(chatId, 'bargeIn', 'key'));
      await story.type(beginning, plain('hello there'), { ...blind, isSentAtEnd: false });
    },
  },
  {
    name: 'Enter in two windows',
    tell: async (story) => {
      const chatId = await prepareChat(story);
      const beginning = must(await story.settleIn('main', chatId, 'coach'));
      await story.type(beginning, story.draw(), { ...blind, isSentAtEnd: false });
      await story.world.clock.run(300);
      await story.person.openChat('wall', chatId);
      must(await story.settleIn('wall', chatId, 'coach'));
      for (const at of ['main', 'wall'] as const) story.person.hands(at).press('Enter');
    },
  },
];

export function playCase(script: Script, { tell }: Case, seed: number): Promise<Outcome> {
  return playOut(script, seed, tell);
}
