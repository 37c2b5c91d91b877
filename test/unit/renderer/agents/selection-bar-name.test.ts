import { expect, it } from 'vitest';
import SelectionBar from '../../../../renderer/features/agents/SelectionBar.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

async function named(nickname: string) {
  const props = {
    ...{ count: 1, hiddenCount: 0, watchedCount: 0, usualScope: 'allChats' as const, isUnderWay: false },
    agentNames: ['Ana Ruiz'],
  };
  const { wrapper } = mountOnFloor(SelectionBar, { snapshot: busyFloor(Date.UTC(2026, 10, 22, 21, 0)), props });
  await wrapper.find('.nickname').setValue(nickname);
  const modes = wrapper.findAll('.watch button').slice(-3);
  const alert = wrapper.find('[role="alert"]');
  return {
    areOff: modes.every((one) => one.attributes('disabled') !== undefined),
    why: alert.exists() ? alert.text() : '',
  };
}

it.each([
  ['\u{200B}', 'No one could see'],
  ['Ana Ruiz', 'One of the selected agents'],
  ['\u{0410}na Ruiz', 'One of the selected agents'],
])('says why nobody can be watched under the name %j', async (nickname, reason) => {
  const { areOff, why } = await named(nickname);
  expect([areOff, why.slice(0, reason.length)]).toEqual([true, reason]);
});

it.each(['', 'Imani'])('has nothing against the name %j', async (nickname) => {
  expect(await named(nickname)).toEqual({ areOff: false, why: '' });
});
