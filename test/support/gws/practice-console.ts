import { systemClock } from '../../../main/base/clock';
import { createGenesys, type Genesys } from '../../../main/gws/genesys';
import {
  startPracticeServer,
  type PracticeServer,
  type PracticeServerOptions,
} from '../../../main/practice/floor-server';
import type { OwnChannel } from '../../../preload/contract';
import { NodeHttp } from '../node-http';
import { until } from '../until';
import { MemorySink } from './memory-sink';
import { QuietLog } from './quiet-log';

export const supervisor = { userName: 'supervisor', password: 'practice' };

/** A console's vendor room at a practice floor of its own, over real sockets. */
export interface PracticeConsole {
  readonly floor: PracticeServer;
  readonly http: NodeHttp;
  readonly sink: MemorySink;
  readonly log: QuietLog;
  readonly genesys: Genesys;
  /** The own channels as the floor would have them; nothing at first. */
  readonly status: OwnChannel[];
  /** Signs in and waits until live. */
  goLive(): Promise<void>;
  close(): Promise<void>;
}

export async function openPracticeConsole(options: PracticeServerOptions = {}): Promise<PracticeConsole> {
  const floor = await startPracticeServer({ agents: 4, chats: 0, rate: 0, pollTimeoutMs: 2_000, ...options });
  const http = new NodeHttp();
  const sink = new MemorySink();
  const log = new QuietLog();
  const status: OwnChannel[] = [];
  let ids = 0;
  const genesys = createGenesys({
    baseUrl: floor.url,
    nickname: 'Imani',
    openHttp: () => http,
    clock: systemClock,
    // Chance has no say here: every wait is the middle of what it could be.
    random: () => 0.5,
    newId: () => `id-${(ids += 1)}`,
    log: log.for,
    sink,
    ownChannels: () => status,
  });
  return {
    floor,
    http,
    sink,
    log,
    genesys,
    status,
    async goLive() {
      const result = await genesys.signIn(supervisor);
      if (!result.ok) throw new Error(`sign-in failed: ${result.error.code}`);
      await until('live', () => sink.isLive);
    },
    async close() {
      floor.control.clearFaults();
      await genesys.signOut();
      await floor.stop();
    },
  };
}
