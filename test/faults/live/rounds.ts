import type { Chance } from '../world/chance';
import type { LineState } from '../proxy/fault-proxy';
import type { LiveConsole } from './live-console';
import { pause, withinDeadline } from './within-deadline';

/** One round at a live console: its duration in milliseconds, or `null` if it never ended. */
export type Round = (desk: LiveConsole, chance: Chance) => Promise<number | null>;

const patienceMs = 30_000;
/** Latest detection of a new network in milliseconds: `main/electron/power.ts` checks once a second. */
const hintAtMostMs = 1_000;

/** Waits until the console is live on a later exchange and receives a later message. */
async function liveAgain(desk: LiveConsole, heard: (desk: LiveConsole) => Promise<boolean>): Promise<number | null> {
  const moment = Date.now();
  const tookMs = await withinDeadline(() => desk.isLiveSince(moment), patienceMs);
  return (await heard(desk)) ? tookMs : null;
}

/** The network is bad for some seconds; then the system reports a network within a second. */
export const networkLost: Round = async (desk, chance) => {
  const bad = chance.pick<LineState>(['refuse', 'reset', 'blackHole', 'swallow', 'cut']);
  await desk.proxy.become(bad);
  await pause(chance.between(1_000, 6_000));
  await desk.proxy.become('pass');
  const hint = setTimeout(
    () => {
      desk.platform.wake('networkBack');
    },
    chance.between(0, hintAtMostMs),
  );
  const tookMs = await liveAgain(desk, isHeard);
  clearTimeout(hint);
  return tookMs;
};

/** The server is unavailable briefly, and nothing reports its return. */
export const serverAway: Round = async (desk, chance) => {
  const bad = chance.pick<LineState>(['refuse', 'reset', 'cut']);
  await desk.proxy.become(bad);
  // A response must be in flight to be cut.
  if (bad === 'cut') desk.floor.control.customerSays({ chatId: chatOf(desk), text: 'cut short' });
  await pause(chance.between(200, 2_000));
  await desk.proxy.become('pass');
  return liveAgain(desk, isHeard);
};

/** The machine slept: open connections are dead without notice, and new ones work. */
export const resumed: Round = async (desk, chance) => {
  if (chance.happens(0.7)) {
    await desk.proxy.become('blackHole');
    await desk.proxy.become('pass');
  }
  await pause(chance.between(0, 3_000));
  desk.platform.wake('resumed');
  return liveAgain(desk, isHeard);
};

/** From the response that reports the lost session to live, with every watch renewed on the screen and the server. */
export const forgotten: Round = async (desk, chance) => {
  const { control } = desk.floor;
  const moment = Date.now();
  const noticing = desk.leavesLive(patienceMs);
  if (chance.happens(0.5)) control.forgetStream();
  else control.forgetSessions();
  const noticedAt = await noticing;
  if (noticedAt === null) return null;
  const agentId = desk.agents[0]?.id ?? '';
  const isWhole = (): boolean =>
    desk.isLiveSince(moment) &&
    control.watches().length === desk.floorStore.watchOf(agentId)?.media.length &&
    desk.floorStore.watchOf(agentId)?.state === 'active';
  const isBack = (await withinDeadline(isWhole, patienceMs)) !== null;
  const tookMs = performance.now() - noticedAt;
  return (await isHeard(desk)) && isBack ? tookMs : null;
};

/** From the last carried byte until the console is no longer live. */
export const blackHole: Round = async (desk, chance) => {
  await pause(chance.between(0, 5_000));
  const noticing = desk.leavesLive(patienceMs);
  await desk.proxy.become('blackHole');
  const beganAt = performance.now();
  const noticedAt = await noticing;
  const moment = Date.now();
  await desk.proxy.become('pass');
  desk.platform.wake('networkBack');
  const isBack = (await withinDeadline(() => desk.isLiveSince(moment), patienceMs)) !== null;
  return isBack && noticedAt !== null ? Math.max(0, noticedAt - beganAt) : null;
};

let said = 0;

/** The chat of the watched agent in which the test message is sent. */
function chatOf(desk: LiveConsole): string {
  const agent = desk.agents[0]?.userName ?? '';
  desk.chat ??= desk.floor.control.startChat({ agent });
  return desk.chat.chatId;
}

/** Proves that live is true: a customer's new message arrives at the console. */
async function isHeard(desk: LiveConsole): Promise<boolean> {
  const chatId = chatOf(desk);
  said += 1;
  const text = `word ${said}`;
  const isJoined = await withinDeadline(() => desk.floorStore.chat(chatId)?.state === 'active', patienceMs);
  desk.floor.control.customerSays({ chatId, text });
  const isRead = await withinDeadline(
    () => desk.floorStore.entries(chatId).some((entry) => entry.text === text),
    5_000,
  );
  return isJoined !== null && isRead !== null;
}
