/** A practice floor in a process of its own. Arguments: its options as JSON. Chats are filled here, where it costs the console nothing. */
import process from 'node:process';
import { startPracticeServer, type PracticeServerOptions } from '../../../main/practice/floor-server';
import { createSayings } from '../../support/bench/sayings';

export type FloorOrder =
  | { readonly type: 'fill'; readonly chats: number; readonly linesEach: number }
  | { readonly type: 'load'; readonly chats: number; readonly rate: number };
export type FloorReport =
  | { readonly type: 'listening'; readonly url: string; readonly agentIds: readonly string[] }
  | { readonly type: 'filled' };

const floor = await startPracticeServer(JSON.parse(process.argv[2] ?? '{}') as PracticeServerOptions);
const { control } = floor;
const { someText } = createSayings(3);
const agents = control.people().filter(({ isSupervisor }) => !isSupervisor);

const report = (one: FloorReport): void => {
  process.send?.(one);
};

process.on('message', (order: FloorOrder) => {
  if (order.type === 'load') {
    control.setLoad(order);
    return;
  }
  const { chats, linesEach } = order;
  for (let place = 0; place < chats; place += 1) {
    const agent = agents[place % agents.length]?.userName ?? '';
    const { chatId } = control.startChat({ agent, customer: `Customer Number${String(place)}` });
    for (let line = 0; line < linesEach; line += 1) {
      if (line % 2 === 0) control.customerSays({ chatId, text: someText() });
      else control.agentSays({ chatId, text: someText() });
    }
  }
  report({ type: 'filled' });
});
process.once('disconnect', () => process.exit());
report({ type: 'listening', url: floor.url, agentIds: agents.map(({ id }) => id) });
