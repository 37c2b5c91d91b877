import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import type { Done, Result } from '../../../../preload/contract';
import { CommandBench } from '../../../support/floor/command-bench';
import { customerData, everything, operationBench, report } from '../../../support/floor/operation-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { settle } from '../../../support/virtual-clock';

const requestId = 'r-1';
const chatId = 'chat-1';

describe('customer fields', () => {
  const set = (bench: CommandBench, key: string, value: string): Promise<Result<Done>> =>
    bench.commands['chats.setCustomerField']({ requestId, chatId, key, value });

  it.each([
    ['New', '1', true],
    ['Plan', 'gold', false],
  ])('%s = %s (new: %s) settles when the server reports the value', async (key, value, isNew) => {
    const bench = operationBench('supervisors');
    await set(bench, key, value);
    expect(bench.centre.asked).toEqual([{ what: 'setCustomerField', request: { chatId, key, value, isNew } }]);
    report(bench, { customerData: [{ key, value: 'another' }] });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    report(bench, { customerData: [{ key, value }] });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('sends nothing when the value is already set', async () => {
    const bench = operationBench();
    const deleted = await bench.commands['chats.deleteCustomerField']({ requestId: 'r-2', chatId, key: 'Nothing' });
    expect([await set(bench, 'Plan', 'basic'), deleted, bench.centre.asked]).toEqual([done, done, []]);
  });

  it('refuses to change or delete an object, because operations carry text only', async () => {
    const bench = operationBench();
    report(bench, { customerData: [{ key: 'Address', value: '{"city":"Bonn"}', isStructured: true }] });
    const deleted = await bench.commands['chats.deleteCustomerField']({ requestId: 'r-2', chatId, key: 'Address' });
    const refused = fail('command.notOffered');
    expect([await set(bench, 'Address', 'Bonn'), deleted, bench.centre.asked]).toEqual([refused, refused, []]);
  });

  it('refuses to change or delete a masked value, because the change would destroy it', async () => {
    const bench = operationBench();
    bench.masksNumbers = true;
    report(bench, { customerData: [{ key: 'Card', value: '4111 1111 1111 1111' }] });
    const deleted = await bench.commands['chats.deleteCustomerField']({ requestId: 'r-2', chatId, key: 'Card' });
    const refused = fail('command.notOffered');
    expect([await set(bench, 'Card', '•••• 1112'), deleted, bench.centre.asked]).toEqual([refused, refused, []]);
  });

  it('settles also when the value is masked from then on', async () => {
    const bench = operationBench();
    bench.masksNumbers = true;
    await set(bench, 'Plan', '4111 1111 1111 1111');
    report(bench, { customerData: [{ key: 'Plan', value: '4111 1111 1111 1111' }] });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('settles a deletion when the key is gone', async () => {
    const bench = operationBench();
    await bench.commands['chats.deleteCustomerField']({ requestId, chatId, key: 'Plan' });
    report(bench, { customerData: [] });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('changes a field of a chat in wrap-up', async () => {
    const bench = operationBench('everyone', { state: 'left', allowedActions: ['updateUserData', 'complete'] });
    expect(await set(bench, 'Plan', 'gold')).toEqual(done);
    expect(await bench.commands['chats.complete']({ requestId: 'r-2', chatId })).toEqual(done);
    expect(bench.story('r-2')).toEqual(['sending', 'accepted']);
    report(bench, { state: 'finished' });
    expect(bench.story('r-2').at(-1)).toBe('settled');
  });
});

describe('setDisposition', () => {
  const choose = (bench: CommandBench, code: string): Promise<Result<Done>> =>
    bench.commands['chats.setDisposition']({ requestId, chatId, code });

  it('settles when any field newly has the code', async () => {
    const bench = operationBench('everyone', { customerData: [...customerData, { key: 'Other', value: 'Solved' }] });
    await choose(bench, 'Solved');
    report(bench, { customerData: [{ key: 'Other', value: 'Solved' }] });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    report(bench, {
      customerData: [
        { key: 'Other', value: 'Solved' },
        { key: 'DispositionCode', value: 'Solved' },
      ],
    });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('settles a repeated code after a resync', async () => {
    const reading = activeChat('everyone', {
      allowedActions: everything,
      customerData: [...customerData, { key: 'DispositionCode', value: 'Solved' }],
    });
    const bench = new CommandBench(chatUpdated(reading));
    await choose(bench, 'Solved');
    bench.floorStore.applyResync({ chats: [reading], transcripts: [] }, false);
    expect(bench.story(requestId).at(-1)).toBe('accepted');
    bench.clock.advance(confirmWithinMs);
    bench.floorStore.sessionRenewed();
    expect(bench.story(requestId).at(-1)).toBe('notConfirmed');
    bench.floorStore.applyResync({ chats: [reading], transcripts: [] }, false);
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it.each([
    ['was accepted but is not there', [], done],
    ['is there already, though it is not known whether it was accepted', ['Solved'], new Error('broken')],
  ])('is unknown after a resync when the code %s', async (_, codes, response) => {
    const fields = [...customerData, ...codes.map((value) => ({ key: 'DispositionCode', value }))];
    const reading = activeChat('everyone', { allowedActions: everything, customerData: fields });
    const bench = new CommandBench(chatUpdated(reading));
    bench.centre.answerNext(response);
    void choose(bench, 'Solved');
    await settle();
    bench.clock.advance(confirmWithinMs);
    bench.floorStore.applyResync({ chats: [reading], transcripts: [] }, false);
    expect(bench.story(requestId).at(-1)).toBe('notConfirmed');
    bench.clock.advance(giveUpAfterMs);
    expect(bench.story(requestId).at(-1)).toBe('command.outcomeUnknown');
  });

  it('requires a code', async () => {
    expect(await choose(operationBench(), '  ')).toEqual(fail('command.emptyText'));
  });
});
