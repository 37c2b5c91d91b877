/**
 * A process with one client of the stream bench. `bare`: the `cometd` library with an empty listener. `console`: our stream, from the socket
 * to the envelope that is sent to a window. Both use the same transport on Node's own HTTP client.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { serialize } from 'node:v8';
import { CometD } from 'cometd';
import { systemClock } from '../../../main/base/clock';
import { FloorStore } from '../../../main/floor/floor-store';
import { CometdRunner } from '../../../main/gws/stream/cometd-runner';
import { HoldTuner } from '../../../main/gws/stream/hold-tuner';
import { PollingTransport } from '../../../main/gws/stream/polling-transport';
import { translateNotification } from '../../../main/gws/translate/notification';
import { createQuarantine } from '../../../main/gws/wire/quarantine';
import { Publisher } from '../../../main/ipc/publisher';
import { readLongFloor } from '../../support/bench/long-floor';
import { self } from '../../support/floor/readings';
import { QuietLog } from '../../support/gws/quiet-log';
import { StreamBench } from '../../support/gws/stream-bench';
import { NodeHttp } from '../../support/node-http';
import { chatCount, type ClientOrder, type ClientReport } from './stream-messages';

const [kind = 'bare', url = ''] = process.argv.slice(2);
const log = new QuietLog();
const delay = monitorEventLoopDelay({ resolution: 5 });
let [received, envelopes, startedAt, lastAt] = [0, 0, 0, 0];

function note(count: number): void {
  if (count === 0) return;
  lastAt = performance.now();
  received += count;
}

function startBare(): void {
  // The library was written for browsers; the console hides this from other packages, see `cometd-runner.ts`.
  const { setTimeout, clearTimeout, console } = globalThis;
  Object.assign(globalThis, { window: { setTimeout, clearTimeout, console, XMLHttpRequest: { UNSENT: 0 } } });
  const door = new CometdRunner(log.for('bench'));
  const transport = new PollingTransport({
    http: new NodeHttp(),
    clock: systemClock,
    door,
    headers: () => ({}),
    captureFrom: () => undefined,
    hold: new HoldTuner(10_000),
    onAnswered: () => undefined,
  });
  door.run(() => {
    const cometd = new CometD();
    cometd.unregisterTransports();
    cometd.registerTransport('long-polling', transport);
    cometd.configure({ url, useWorkerScheduler: false, logLevel: 'warn' });
    cometd.handshake((reply) => {
      if (reply.successful !== true) throw new Error('the handshake failed');
      cometd.subscribe(
        '/v2/me/chats',
        () => note(1),
        () => send({ type: 'ready' }),
      );
    });
  });
}

function startConsole(): void {
  const floorStore = new FloorStore(systemClock, log.for('floor'));
  const who = { ...self, name: 'Sofia', serverName: null, isPractice: true, serverVersion: null };
  floorStore.signedIn(who, self);
  floorStore.applyResync(readLongFloor(chatCount, 1, Date.now()), true);
  const publisher = new Publisher(floorStore, systemClock, log.for('publisher'));
  publisher.addWindow({
    id: 1,
    send: (_name, payload) => {
      envelopes += 1;
      serialize(payload);
    },
  });
  publisher.snapshotFor(1);
  const quarantine = createQuarantine(log.for('wire'));
  class Pipeline extends StreamBench {
    override onSubscribed(): void {
      send({ type: 'ready' });
    }
    override onMessages(messages: readonly unknown[]): void {
      const receivedAt = systemClock.now();
      floorStore.applyEvents(messages.flatMap((message) => translateNotification(message, receivedAt, quarantine)));
      note(messages.length);
    }
  }
  new Pipeline(url, { pollHoldMs: 10_000 }).stream.start();
}

function send(report: ClientReport): void {
  process.send?.(report);
}

process.on('message', ({ type }: ClientOrder) => {
  if (type === 'start') {
    startedAt = performance.now();
    delay.reset();
  }
  const { user, system } = process.cpuUsage();
  const loopDelayMs = delay.percentile(99) / 1e6;
  send({
    type: 'totals',
    received,
    cpuMs: (user + system) / 1_000,
    flowMs: lastAt - startedAt,
    loopDelayMs,
    envelopes,
  });
});
process.once('disconnect', () => process.exit());
delay.enable();
if (kind === 'bare') startBare();
else startConsole();
