import { expect, it } from 'vitest';
import { fail, succeed } from '../../../main/base/result';
import { createStepBack } from '../../../main/step-back';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';
import { MemoryLog } from '../../support/floor/memory-log';
import { settle } from '../../support/virtual-clock';

it('asks for silence in every chat in which anybody sees the supervisor, and in no other', async () => {
  const log = new MemoryLog();
  const asked: unknown[] = [];
  const chats = [
    chatOf({ id: 'seen-by-all', mode: 'bargeIn' }),
    chatOf({ id: 'seen-by-agents', mode: 'coach' }),
    chatOf({ id: 'silent', mode: 'monitor' }),
    chatOf({ id: 'asked-in', mode: null, state: 'invited' }),
    chatOf({ id: 'over', mode: 'bargeIn', state: 'finished' }),
  ];
  let id = 0;
  const stepBack = createStepBack({
    floor: { snapshot: () => floorOf({ chats }) },
    monitor: (request) => {
      asked.push(request);
      return Promise.resolve(request.chatId === 'seen-by-all' ? succeed(null) : fail('command.notOffered'));
    },
    newId: () => `r${String((id += 1))}`,
    log: log.logger,
  });
  stepBack();
  await settle();
  expect(asked).toEqual([
    { requestId: 'r1', chatId: 'seen-by-all' },
    { requestId: 'r2', chatId: 'seen-by-agents' },
  ]);
  expect(log.lines.map(({ level, facts }) => [level, facts])).toEqual([['warn', { code: 'command.notOffered' }]]);
});
