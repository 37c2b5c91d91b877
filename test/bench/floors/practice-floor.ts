/** A practice floor in a process of its own. Arguments: its options as JSON. Chats are filled here, where it costs the console nothing. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { startPracticeServer, type PracticeServerOptions } from '../../../main/practice/floor-server';
import { createSayings } from '../../support/bench/sayings';

export type FloorOrder =
  | { readonly type: 'fill'; readonly chats: number; readonly linesEach: number }
  | { readonly type: 'load'; readonly chats: number; readonly rate: number }
  /** Says a marked line in these chats in turn; the same lines go to the empty windows that follow `marksUrl`. */
  | {
      readonly type: 'mark';
      readonly chatIds: readonly string[];
      readonly count: number;
      readonly apartMs: number;
    };
export type FloorReport =
  | {
      readonly type: 'listening';
      readonly url: string;
      readonly marksUrl: string;
      readonly agentIds: readonly string[];
    }
  | { readonly type: 'filled'; readonly chats: readonly FilledChat[] }
  /** When each marked line was said, in epoch milliseconds. */
  | { readonly type: 'marked'; readonly marks: readonly (readonly [marker: string, at: number])[] };

export interface FilledChat {
  readonly chatId: string;
  readonly lastText: string;
}

const floor = await startPracticeServer(JSON.parse(process.argv[2] ?? '{}') as PracticeServerOptions);
const { control } = floor;
const { someText } = createSayings(3);
const agents = control.people().filter(({ isSupervisor }) => !isSupervisor);

const report = (one: FloorReport): void => {
  process.send?.(one);
};

const followers = new Set<ServerResponse>();
/** The marked lines without a console: one event of an event stream for each. */
const marksServer = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Access-Control-Allow-Origin': '*' });
  response.flushHeaders();
  followers.add(response);
  response.once('close', () => followers.delete(response));
});
await new Promise<void>((resolve) => marksServer.listen(0, '127.0.0.1', resolve));
const { port } = marksServer.address() as AddressInfo;

const filled: FilledChat[] = [];
let marked = 0;

/** As many lines at once as a console can take in one response. */
const linesAtOnce = 5_000;
const betweenMs = 200;

async function fill(chats: number, linesEach: number): Promise<void> {
  let said = 0;
  for (let place = 0; place < chats; place += 1) {
    const agent = agents[place % agents.length]?.userName ?? '';
    const { chatId } = control.startChat({ agent, customer: `Customer Number${String(filled.length)}` });
    let lastText = '';
    for (let line = 0; line < linesEach; line += 1) {
      lastText = line === linesEach - 1 ? `The last line of ${chatId}` : someText();
      if (line % 2 === 0) control.customerSays({ chatId, text: lastText });
      else control.agentSays({ chatId, text: lastText });
      said += 1;
      if (said % linesAtOnce === 0) await pause(betweenMs);
    }
    filled.push({ chatId, lastText });
  }
}

async function mark({
  chatIds,
  count,
  apartMs,
}: Extract<FloorOrder, { readonly type: 'mark' }>): Promise<readonly (readonly [string, number])[]> {
  const marks: [string, number][] = [];
  for (let place = 0; place < count; place += 1) {
    marked += 1;
    const marker = `mark-${String(marked)}-`;
    const chatId = chatIds[place % chatIds.length] ?? '';
    const at = performance.timeOrigin + performance.now();
    marks.push([marker, at]);
    control.customerSays({ chatId, text: `${marker} ${someText()}` });
    for (const response of followers) response.write(`data: ${marker}\n\n`);
    await pause(apartMs);
  }
  return marks;
}

process.on('message', (order: FloorOrder) => {
  if (order.type === 'load') control.setLoad(order);
  else if (order.type === 'fill')
    void fill(order.chats, order.linesEach).then(() => {
      report({ type: 'filled', chats: filled });
    });
  else void mark(order).then((marks) => report({ type: 'marked', marks }));
});
process.once('disconnect', () => process.exit());
const marksUrl = `http://127.0.0.1:${String(port)}/`;
report({ type: 'listening', url: floor.url, marksUrl, agentIds: agents.map(({ id }) => id) });
