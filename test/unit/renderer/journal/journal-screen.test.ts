import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { TooltipProvider } from 'reka-ui';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import JournalScreen from '../../../../renderer/features/journal/JournalScreen.vue';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import type { FakeBridge } from '../../../support/renderer/fake-bridge';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { shiftJournal } from '../../../support/renderer/shift-journal';

const host = defineComponent(() => () => h(TooltipProvider, null, { default: () => h(JournalScreen) }));

async function opened(prepare: (bridge: FakeBridge) => void = () => undefined): Promise<{
  readonly page: VueWrapper;
  readonly bridge: FakeBridge;
}> {
  const now = Date.now();
  const { wrapper, bridge } = mountOnFloor(host, {
    snapshot: attentiveFloor(now),
    journal: shiftJournal(now),
    prepare,
  });
  await flushPromises();
  return { page: wrapper, bridge };
}

describe('the journal page', { timeout: 30_000 }, () => {
  it('shows a lane for each chat and the records, the latest first', async () => {
    const { page } = await opened();
    expect(page.findAll('[data-testid="lanes"] li')).toHaveLength(9);
    expect(page.text()).toContain('Connection live');
  });

  it('shows the records of the chosen chat only, until all are shown again', async () => {
    const { page } = await opened();
    const all = page.findAll('.rows li').length;
    await page.find('[data-testid="lanes"] button').trigger('click');
    expect(page.findAll('.rows li').length).toBeLessThan(all);
    expect(page.text()).not.toContain('Connection live');
    await page.find('button.all').trigger('click');
    expect(page.findAll('.rows li')).toHaveLength(all);
  });

  it('says that nothing could be read, and tries again', async () => {
    const { page, bridge } = await opened((fake) => fake.failNext.set('journal.read', 'internal'));
    expect(page.get('[role="alert"]').text()).toContain('The journal couldn’t be read');
    await page.get('[role="alert"] button').trigger('click');
    await flushPromises();
    expect(bridge.asked.filter(({ name }) => name === 'journal.read')).toHaveLength(2);
    expect(page.findAll('[data-testid="lanes"] li')).toHaveLength(9);
  });

  it('names the first bad record of a check', async () => {
    const { page, bridge } = await opened();
    bridge.journal.outcome = { isIntact: false, seq: 42, problem: 'altered' };
    const check = page.findAll('button').find((button) => button.text() === 'Check journal');
    await check?.trigger('click');
    await flushPromises();
    expect(page.text()).toContain('Record 42 was changed after it was written.');
  });
});
