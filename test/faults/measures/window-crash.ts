import type { Transcript } from '../../../preload/contract';
import { eventually } from '../../support/electron/eventually';
import { launchConsole, type LaunchedConsole } from '../../support/electron/launch';
import { WindowFromOutside, type WayToDie } from '../../support/electron/window-from-outside';
import { mostPast } from '../../../renderer/domain/lists/past-chats';
import type { Finding, Measure } from '../measure';

const chatCount = 40;
const eventsPerSecond = 100;
/** Milliseconds; after a hang they include up to a second of detection. The short cut also runs on slow machines. */
const backWithinMs = { whole: { crash: 2_000, hang: 3_000 }, cut: { crash: 6_000, hang: 7_000 } };
/** On a slow machine: multiples of the time an empty window takes in the same run, above what a hang may take to notice. */
const backWithinFloors = 4;
const noticedWithinMs = 1_000;
/** The third crash within a minute shows the fallback page, so the user reloads in between. */
const crashesInARow = 2;
/** A second hang within a minute gets a longer timeout, so each hang is the first after a reload by the user... */
const hangsInARow = 1;
/** ...and after the first render, which gets a longer timeout as well. */
const drawnMs = 5_000;

const goal = 'each back within 2 s, after a hang within 3 s of its beginning, 0 events lost';

/** Watches every agent, then starts the load: from then on this console receives all events. */
async function followEverybody({ page, control, app }: LaunchedConsole): Promise<WindowFromOutside> {
  const window = new WindowFromOutside(app);
  await window.isLive();
  const agentIds = (await control.people()).filter(({ isSupervisor }) => !isSupervisor).map(({ id }) => id);
  await page.evaluate(async (ids) => {
    const { sightline } = window as unknown as {
      sightline: { invoke(name: string, request: unknown): Promise<{ ok: boolean }> };
    };
    for (const agentId of ids) {
      const watch = { requestId: agentId, agentId, mode: 'monitor', scope: 'allChats' };
      const { ok } = await sightline.invoke('agents.watch', watch);
      if (!ok) throw new Error('every agent can be watched');
    }
  }, agentIds);
  await control.setLoad({ chats: chatCount, rate: eventsPerSecond });
  await window.shows(
    'a chat to look at',
    `document.querySelector('.chat-row button') !== null && (document.querySelector('.chat-row button').click(), true)`,
    60_000,
  );
  await window.shows('the chat is open', isDrawn, 30_000);
  return window;
}

/** A live floor with a chat and its transcript. */
const isDrawn = `document.querySelector('[data-testid="connection"]')?.dataset.phase === 'live'
  && document.querySelector('[data-testid="transcript"] [data-index]') !== null`;

/** The state of the page itself, not of main. */
const heldByPage = `JSON.stringify([...document.querySelector('#app').__vue_app__.config.globalProperties.$pinia
  ._s.get('chats').transcripts.values()])`;

interface Comparison {
  readonly compared: number;
  readonly wrong: readonly string[];
}

/**
 * Compares the page's entries with what the practice server delivered to this supervisor. The oldest ended chats leave the
 * list when there are more than it keeps, so only those may be missing.
 */
async function compare({ control }: LaunchedConsole, window: WindowFromOutside): Promise<Comparison> {
  const held = JSON.parse(String(await window.look(heldByPage))) as readonly Transcript[];
  const byChat = new Map(held.map((transcript) => [transcript.chatId, transcript.entries]));
  const wrong: string[] = [];
  let compared = 0;
  const joined = (await control.chats()).filter(({ parties }) => parties.some(({ role }) => role === 'supervisor'));
  const mayHaveLeft = joined.filter(({ isFinished }) => isFinished).length > mostPast;
  for (const { chatId, isFinished } of joined) {
    if (isFinished && mayHaveLeft && !byChat.has(chatId)) continue;
    const seen = await control.seenBy({ chatId, party: 'supervisor' });
    // Typing is transient and not a transcript entry.
    const messages = seen.messages.filter(({ type }) => !type.startsWith('Typing'));
    const shown = new Map((byChat.get(chatId) ?? []).map(({ index, text }) => [index, text]));
    for (const { index, text, type } of messages) {
      compared += 1;
      if (!shown.has(index) || (text !== null && shown.get(index) !== text)) wrong.push(`${chatId} ${index}: ${type}`);
    }
    if (shown.size !== messages.length) wrong.push(`${chatId}: ${shown.size} shown, ${messages.length} said`);
  }
  if (mayHaveLeft && byChat.size < mostPast) wrong.push(`${byChat.size} chats are kept, fewer than ${mostPast}`);
  return { compared, wrong };
}

interface Recovery {
  readonly backMs: number;
  /** The floor: how long an empty window took right after it. */
  readonly emptyMs: number;
}

function finding(name: string, times: readonly Recovery[], quietMs: number, noticedMs: number): Finding {
  const worst = times.reduce((one, other) => (other.backMs > one.backMs ? other : one));
  const empty =
    [...times].sort((one, other) => one.emptyMs - other.emptyMs)[Math.floor(times.length / 2)]?.emptyMs ?? 0;
  const limitMs = Math.max(quietMs, noticedMs + backWithinFloors * empty);
  return {
    name,
    value: `${Math.round(worst.backMs)} ms at worst of ${times.length}; an empty window ${Math.round(empty)} ms`,
    goal: `back within ${quietMs / 1_000} s each, or ${backWithinFloors} times an empty window of the same run${noticedMs > 0 ? ' after the noticing' : ''}`,
    pass: worst.backMs <= limitMs,
  };
}

async function breakTimes(
  window: WindowFromOutside,
  ways: readonly WayToDie[],
  report: (sentence: string) => void,
): Promise<readonly Recovery[]> {
  const times: Recovery[] = [];
  for (const [round, way] of ways.entries()) {
    if (round % (way === 'hang' ? hangsInARow : crashesInARow) === 0) {
      await window.reloadByMenu();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await window.shows('the window, loaded by choice', isDrawn, 30_000);
    }
    if (way === 'hang') await new Promise((resolve) => setTimeout(resolve, drawnMs));
    const { goneMs, backMs } = await window.breakAndTime(way, isDrawn);
    const emptyMs = await window.breakEmptyWindow();
    times.push({ backMs, emptyMs });
    const [gone, back, empty] = [goneMs, backMs, emptyMs].map(Math.round);
    report(`${way} ${round + 1}: noticed after ${gone} ms, back after ${back} ms; empty window ${empty} ms`);
  }
  return times;
}

/** Real Electron, a real page and real kills, with the whole floor active. */
export const measure: Measure = {
  name: 'window.crash',
  goal,
  async run({ seed, short, report }) {
    const flags = ['--practice', `--practice-seed=${seed % 1_000_000}`, '--practice-chats=0', '--practice-rate=0'];
    const launched = await launchConsole({ flags });
    try {
      const window = await followEverybody(launched);
      await window.asNobodyDebugs();
      const crashes = Array.from({ length: short ? 3 : 20 }, (_, round): WayToDie =>
        round % 2 === 0 ? 'kill' : 'crash',
      );
      const hangs = Array.from({ length: short ? 1 : 5 }, (): WayToDie => 'hang');
      const crashTimes = await breakTimes(window, crashes, report);
      const hangTimes = await breakTimes(window, hangs, report);

      await launched.control.setLoad({ chats: 0, rate: 0 });
      const { compared, wrong } = await eventually(
        'the page holds what was said',
        () => compare(launched, window),
        (seen) => seen.wrong.length === 0,
        15_000,
      ).catch(() => compare(launched, window));
      for (const line of wrong.slice(0, 10)) report(`differs: ${line}`);
      const sessions = await launched.control.sessions();
      const limitMs = short ? backWithinMs.cut : backWithinMs.whole;
      return [
        finding('window.crash', crashTimes, limitMs.crash, 0),
        finding('window.hang', hangTimes, limitMs.hang, noticedWithinMs),
        {
          name: 'window.lost',
          value: `${wrong.length} of ${compared}`,
          goal: '0 events lost, one stream and one session at the server throughout',
          pass: wrong.length === 0 && compared > 0 && sessions.http === 1 && sessions.stream === 1,
        },
      ];
    } finally {
      await launched.discard();
    }
  },
};
