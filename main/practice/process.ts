import type { PracticeServer, PracticeServerOptions } from './floor-server';
import { startPracticeServer } from './floor-server';

/** Messages from the parent, and the replies. */
type ProcessOrder =
  | { readonly type: 'start'; readonly options: Omit<PracticeServerOptions, 'clock' | 'random'> }
  | { readonly type: 'stop' };
export type ProcessReport =
  | { readonly type: 'listening'; readonly url: string }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'stopped' };

/** The parent port of a utility process, declared here because this module must not depend on electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: ProcessReport): void;
}

function isOrder(value: unknown): value is ProcessOrder {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return value.type === 'stop' || (value.type === 'start' && 'options' in value);
}

/** Runs one server for the parent process. Orders are executed one after the other. */
export function serveParent(port: ParentPort): void {
  let floor: PracticeServer | null = null;
  const carryOut = async (order: ProcessOrder): Promise<ProcessReport> => {
    await floor?.stop();
    floor = null;
    if (order.type === 'stop') return { type: 'stopped' };
    floor = await startPracticeServer(order.options);
    return { type: 'listening', url: floor.url };
  };
  let queue: Promise<void> = Promise.resolve();
  port.on('message', ({ data }) => {
    if (!isOrder(data)) return;
    queue = queue.then(async () => {
      const report = await carryOut(data).catch((cause: unknown): ProcessReport => ({
        type: 'failed',
        reason: cause instanceof Error ? cause.message : 'unknown',
      }));
      port.postMessage(report);
    });
  });
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (parentPort !== undefined) serveParent(parentPort);
