import { createLogger } from '../../../main/base/log';
import { recordRequests } from '../../../main/gws/requests/recorded-http';
import { Journal } from '../../../main/journal/journal';
import { JournalRecorder } from '../../../main/journal/journal-recorder';
import { receiptOf, type ReceiptContent } from '../../../main/journal/receipt';
import { MemoryStorage } from '../../support/journal/memory-storage';
import { exchangeFaultKinds } from '../world/exchange-faults';
import { somethingHappens, supervisorActs } from '../world/server-events';
import type { WireRequest } from '../world/virtual-endpoint';
import { World } from '../world/world';

/** Faults after which the console and the server agree on what was sent. */
const faults = exchangeFaultKinds.filter(({ name }) =>
  ['slow', 'reordered batch', 'duplicate batch', 'reset before the body'].includes(name),
);

export interface ReceiptOutcome {
  readonly received: number;
  /** Requests that the server received and the receipt does not list. */
  readonly missing: readonly string[];
  /** Requests that the receipt lists as sent and the server never received. */
  readonly invented: readonly string[];
  readonly acts: number;
}

/** Plays one history with acts and faults, and compares the receipt with what arrived at the server. */
export async function playReceiptHistory(seed: number): Promise<ReceiptOutcome> {
  const received: WireRequest[] = [];
  let record: JournalRecorder | null = null;
  const world = new World(seed, {}, false, {
    wrapHttp: (http) => recordRequests(http, (sent) => record?.request(sent) ?? (() => undefined)),
    onReceived: (request) => received.push(request),
  });
  const { chance, clock, console } = world;
  const storage = new MemoryStorage();
  const journal = new Journal({
    isKept: () => true,
    ...{ clock: clock.client, log: createLogger('journal', () => undefined), openStorage: () => storage },
    pause: () => Promise.resolve(),
    onState: () => undefined,
    retention: () => ({ maxAgeMs: Infinity, maxBytes: Infinity }),
  });
  const recorder = new JournalRecorder(journal, 'run');
  record = recorder;
  const dispose = console.floorStore.subscribe(({ changes }) => {
    recorder.applyChanges(changes);
  });
  let acts = 0;
  try {
    const events = chance.between(15, 60);
    for (let event = 0; event < events; event += 1) {
      world.keepSignedIn();
      somethingHappens(world);
      if (chance.happens(0.05)) world.brew(chance.pick(faults), { steps: null, forMs: 5_000, times: 2 });
      if (chance.happens(0.03)) world.isNetworkDown = !world.isNetworkDown;
      if (chance.happens(0.25)) {
        supervisorActs(world, new Set());
        acts += 1;
      }
      await clock.run(chance.pick([60, 300, 1_500, 4_000]));
    }
    world.clearSky();
    world.keepSignedIn();
    await clock.run(20_000);
    await Promise.all([console.platform.signOut(), clock.run(30_000)]);
    // Reports of requests that the sign-out cut off belong to the same journal.
    journal.open({ serverName: null, userId: world.floor.supervisor.id });
    const period = { from: 0, to: Number.MAX_SAFE_INTEGER };
    const reading = journal.entries(period);
    await clock.run(5_000);
    const owner = { serverName: null, userId: 'supervisor' };
    const options = {
      ...period,
      owner,
      chatId: null,
      issuedAt: 0,
      journalHead: { seq: 0, hash: '' },
      recordsFrom: null,
    };
    return { ...compared(receiptOf(await reading, options), received), acts };
  } finally {
    dispose();
    console.close();
  }
}

/**
 * Whether a request without a response arrived is unknown, so the server may have it or not: such requests account for
 * what is left after those that were sent.
 */
function compared({ requests }: ReceiptContent, received: readonly WireRequest[]): Omit<ReceiptOutcome, 'acts'> {
  const open = new Map<string, number>();
  for (const request of received) count(open, receivedKey(request), 1);
  const invented: string[] = [];
  const isSent = ({ outcome }: ReceiptContent['requests'][number]): boolean => outcome === 'sent';
  for (const request of [...requests.filter(isSent), ...requests.filter((one) => !isSent(one))]) {
    const { method, path, operations, outcome } = request;
    const key = `${method} ${path} ${operations.join(' ')}`;
    if (outcome === 'notSent') continue;
    if ((open.get(key) ?? 0) > 0) count(open, key, -1);
    else if (outcome === 'sent') invented.push(key);
  }
  const missing = [...open].flatMap(([key, left]) => Array.from({ length: left }, () => key));
  return { received: received.length, missing, invented };
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function receivedKey({ method, path, body }: WireRequest): string {
  const [plain = ''] = path.split('?');
  const parsed: unknown = body === null || body === '' ? null : JSON.parse(body);
  const parts = (Array.isArray(parsed) ? parsed : [parsed]) as readonly ({
    operationName?: string;
    channel?: string;
  } | null)[];
  const names = parts.flatMap((part) => part?.operationName ?? part?.channel ?? []);
  return `${method} ${plain} ${names.join(' ')}`;
}
