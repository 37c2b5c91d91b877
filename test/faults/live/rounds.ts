import type { Chance } from '../world/chance';
import type { LineState } from '../proxy/fault-proxy';
import type { LiveConsole } from './live-console';
import { pause, withinDeadline } from './within-deadline';

/** One round at a live console: its duration in milliseconds, or `null` if it never ended. */
export type Round = (client: LiveConsole, chance: Chance) => Promise<number | null>;

const patienceMs = 30_000;
/** Latest detection of a new network in milliseconds: `main/electron/power.ts` checks once a second. */
const hintAtMostMs = 1_000;

/** Waits until the console is live on a later exchange and receives a later message. */
async function liveAgain(
  client: LiveConsole,
  isReceived: (client: LiveConsole) => Promise<boolean>,
): Promise<number | null> {
  const moment = Date.now();
  const tookMs = await withinDeadline(() => client.isLiveSince(moment), patienceMs);
  return (await isReceived(client)) ? tookMs : null;
}

/** The network is bad for some seconds; then the system reports a network within a second. */
export const networkLost: Round = async (client, chance) => {
  const bad = chance.pick<LineState>(['refuse', 'reset', 'blackHole', 'swallow', 'cut']);
  await client.proxy.become(bad);
  await pause(chance.between(1_000, 6_000));
  await client.proxy.become('pass');
  const hint = setTimeout(
    () => {
      client.platform.wake('networkBack');
    },
    chance.between(0, hintAtMostMs),
  );
  const tookMs = await liveAgain(client, isMessageReceived);
  clearTimeout(hint);
  return tookMs;
};

/** The server is unavailable briefly, and nothing reports its return. */
export const serverAway: Round = async (client, chance) => {
  const bad = chance.pick<LineState>(['refuse', 'reset', 'cut']);
  await client.proxy.become(bad);
  // A response must be in flight to be cut.
  if (bad === 'cut') client.floor.control.customerSays({ chatId: chatOf(client), text: 'cut short' });
  await pause(chance.between(200, 2_000));
  await client.proxy.become('pass');
  return liveAgain(client, isMessageReceived);
};

/** The machine slept: open connections are dead without notice, and new ones work. */
export const resumed: Round = async (client, chance) => {
  if (chance.happens(0.7)) {
    await client.proxy.become('blackHole');
    await client.proxy.become('pass');
  }
  await pause(chance.between(0, 3_000));
  client.platform.wake('resumed');
  return liveAgain(client, isMessageReceived);
};

/** From the response that reports the lost session to live, with every watch renewed on the screen and the server. */
export const forgotten: Round = async (client, chance) => {
  const { control } = client.floor;
  const moment = Date.now();
  const noticing = client.leavesLive(patienceMs);
  if (chance.happens(0.5)) control.forgetStream();
  else control.forgetSessions();
  const noticedAt = await noticing;
  if (noticedAt === null) return null;
  const agentId = client.agents[0]?.id ?? '';
  const isWhole = (): boolean =>
    client.isLiveSince(moment) &&
    control.watches().length === client.floorStore.watchOf(agentId)?.media.length &&
    client.floorStore.watchOf(agentId)?.state === 'active';
  const isBack = (await withinDeadline(isWhole, patienceMs)) !== null;
  const tookMs = performance.now() - noticedAt;
  return (await isMessageReceived(client)) && isBack ? tookMs : null;
};

/** From the last carried byte until the console is no longer live. */
export const blackHole: Round = async (client, chance) => {
  await pause(chance.between(0, 5_000));
  const noticing = client.leavesLive(patienceMs);
  await client.proxy.become('blackHole');
  const beganAt = performance.now();
  const noticedAt = await noticing;
  const moment = Date.now();
  await client.proxy.become('pass');
  client.platform.wake('networkBack');
  const isBack = (await withinDeadline(() => client.isLiveSince(moment), patienceMs)) !== null;
  return isBack && noticedAt !== null ? Math.max(0, noticedAt - beganAt) : null;
};

let said = 0;

/** The chat of the watched agent in which the test message is sent. */
function chatOf(client: LiveConsole): string {
  const agent = client.agents[0]?.userName ?? '';
  client.chat ??= client.floor.control.startChat({ agent });
  return client.chat.chatId;
}

/** Proves that live is true: a customer's new message arrives at the console. */
async function isMessageReceived(client: LiveConsole): Promise<boolean> {
  const chatId = chatOf(client);
  said += 1;
  const text = `word ${said}`;
  const isJoined = await withinDeadline(() => client.floorStore.chat(chatId)?.state === 'active', patienceMs);
  client.floor.control.customerSays({ chatId, text });
  const isRead = await withinDeadline(
    () => client.floorStore.entries(chatId).some((entry) => entry.text === text),
    5_000,
  );
  return isJoined !== null && isRead !== null;
}
