import { readdir, readFile } from 'node:fs/promises';
import { toAgentChats } from '../../../main/gws/translate/agent';
import { toChatReading } from '../../../main/gws/translate/chat';
import { splitLog } from '../../../main/gws/translate/new-messages';
import { translateNotification } from '../../../main/gws/translate/notification';
import { classifyResponse } from '../../../main/gws/session/api-response';
import { parseRetryAfter } from '../../../main/gws/session/retry-after';
import { readBayeuxMessages } from '../../../main/gws/stream/bayeux-messages';
import { decodeAccount } from '../../../main/gws/wire/account';
import { decodeChat } from '../../../main/gws/wire/chat';
import { decodeList } from '../../../main/gws/wire/lists';
import { createQuarantine, type Quarantine } from '../../../main/gws/wire/quarantine';
import { createLogger } from '../../../main/base/log';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { ChatScene } from '../world/chat-scene';
import { mutatedText, mutatedValue } from '../world/mutated-json';

const folder = new URL('../../fixtures/frames/', import.meta.url);
const now = Date.UTC(2026, 0, 5, 9);
const stretch = 10_000;
/** Per stretch, this many frames also go through a stream that must continue. */
const onTheStream = 300;

const names = (value: object): string => Object.getOwnPropertyNames(value).sort().join();
const untouched = [Object.prototype, Array.prototype, String.prototype, Function.prototype].map(names).join('|');

function isPolluted(): boolean {
  const now = [Object.prototype, Array.prototype, String.prototype, Function.prototype].map(names).join('|');
  return now !== untouched || 'polluted' in {};
}

/** Runs every decoder of outside data. */
function decode(value: unknown, quarantine: Quarantine): void {
  translateNotification(value, now, quarantine);
  decodeAccount(value);
  const chat = decodeChat(value, 'sms');
  if (chat !== null) toChatReading(chat, quarantine);
  for (const list of ['chats', 'messages', 'contacts']) {
    const items = decodeList(value, list);
    if (items === null) continue;
    splitLog(items, now, quarantine);
    toAgentChats(items, 'chat', quarantine);
  }
  readBayeuxMessages(value);
}

function decodeText(text: string, chance: Chance, quarantine: Quarantine): void {
  const status = chance.pick([200, 200, 200, 204, 302, 400, 401, 403, 409, 429, 500, 503, 999]);
  const retryAfter = chance.pick([null, '3', 'Wed, 21 Oct 2026 07:28:00 GMT', '-1', '1e99', text.slice(0, 30)]);
  const date = chance.pick([null, 'Wed, 21 Oct 2026 07:27:00 GMT', text.slice(0, 30)]);
  parseRetryAfter({ retryAfter, date }, now);
  const answer = classifyResponse({ status, text, retryAfter, date }, now);
  if ('body' in answer) decode(answer.body, quarantine);
}

async function readFrames(): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
  return Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  const frames = await readFrames();
  const quarantine = createQuarantine(createLogger('wire', () => undefined));
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const chance = new Chance(own);
    tally.cases += 1;
    try {
      const frame = chance.pick(frames);
      if (chance.happens(0.5)) decode(mutatedValue(JSON.parse(frame), chance), quarantine);
      else decodeText(mutatedText(frame, chance), chance, quarantine);
    } catch (cause) {
      add(tally, 'exceptions', 1);
      noteFailure(tally, { seed: own, what: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
    }
    if (isPolluted()) {
      add(tally, 'pollutions', 1);
      noteFailure(tally, { seed: own, what: 'a prototype was changed' });
    }
  }
  add(tally, 'streams', 1);
  if (await doesStreamGoOn(caseSeed(seed, from), frames)) add(tally, 'streamsGoingOn', 1);
  return tally;
}

/** Sends a console in a chat corrupted notifications between two messages of the customer. Both must be shown, and it must stay live. */
async function doesStreamGoOn(seed: number, frames: readonly string[]): Promise<boolean> {
  const scene = await ChatScene.open(seed, 'monitor');
  try {
    const { world, chatId } = scene;
    const notifications = frames.filter((frame) => frame.includes('messageType'));
    for (let sent = 0; sent < onTheStream; sent += 1) {
      const mangled = mutatedValue(JSON.parse(world.chance.pick(notifications)), world.chance);
      world.floor.bayeux.deliver(world.floor.supervisor.id, '/v2/me/chats', mangled);
      if (sent % 20 === 0) await world.clock.run(200);
    }
    world.floor.control.customerSays({ chatId, text: 'still there?' });
    await world.clock.run(2_000);
    const shown = world.console.shown.transcripts.find((transcript) => transcript.chatId === chatId);
    const isShown = shown?.entries.some(({ text }) => text === 'still there?') === true;
    return isShown && world.console.floorStore.connection.phase === 'live' && !isPolluted();
  } finally {
    scene.close();
  }
}

export const measure: Measure = {
  name: 'decoder.fuzz',
  goal: '0 exceptions, 0 pollution, the stream goes on',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 20_000 : 200_000, stretch);
    const { exceptions = 0, pollutions = 0, streams = 0, streamsGoingOn = 0 } = tally.sums;
    report(`${tally.cases} mutated notifications and bodies, ${streams} streams fed ${onTheStream} of them each`);
    for (const failure of tally.failures) report(`case ${failure.seed}: ${failure.what}`);
    return [
      { name: 'decoder.fuzz', value: exceptions, goal: '0 exceptions', pass: exceptions === 0 },
      { name: 'decoder.pollution', value: pollutions, goal: '0', pass: pollutions === 0 },
      {
        name: 'decoder.streamGoesOn',
        value: `${streamsGoingOn} of ${streams}`,
        goal: 'all',
        pass: streamsGoingOn === streams,
      },
    ];
  },
};
