import { systemClock } from '../base/clock';
import { assemble } from './assemble';
import { seededRandom } from './chance/seeded-random';
import type { PracticeControl } from './control/practice-control';
import type { PracticeServerOptions } from './floor-options';
import { practiceDefaults } from './floor-options';
import { installHistory } from './simulation/past';
import { installSupervisorReactions } from './simulation/reactions';
import { installAutoAgents } from './simulation/reflexes';
import { SimulatedClock } from './time/simulated-clock';
import { defaultQuirks } from './wire/quirks';

export type { PracticeServerOptions } from './floor-options';

export interface PracticeServer {
  readonly url: string;
  readonly control: PracticeControl;
  /** Resolves when the port is free again. */
  stop(): Promise<void>;
}

/** Starts a contact centre on loopback, with people and running chats. */
export async function startPracticeServer(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const base = options.clock ?? systemClock;
  const clock = new SimulatedClock(base, options.timeScale ?? practiceDefaults.timeScale);
  const seed = options.seed ?? practiceDefaults.seed;
  const random = options.random ?? seededRandom(seed);
  const quirks = { current: { ...defaultQuirks, ...options.quirks } };
  const parts = assemble(options, { base, clock, random, quirks });
  const stop = async (): Promise<void> => {
    clock.stop();
    parts.stream.close();
    await parts.http.close();
  };
  installHistory(parts.centre);
  installAutoAgents({ centre: parts.centre, clock, random, unattended: parts.unattended });
  const isPlaying = (chatId: string): boolean => parts.director.isPlaying(chatId);
  installSupervisorReactions({ centre: parts.centre, clock, isPlaying });
  try {
    await parts.http.open(options.port ?? 0, options.host ?? '127.0.0.1');
  } catch (cause) {
    await stop(); // Its timers would keep the process alive.
    throw cause;
  }
  parts.director.open({
    chats: options.chats ?? practiceDefaults.chats,
    rate: options.rate ?? practiceDefaults.rate,
  });
  return { url: parts.http.url, control: parts.control, stop };
}
