import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import ShiftReportView from '../../../../renderer/features/journal/ShiftReportView.vue';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { shiftJournal } from '../../../support/renderer/shift-journal';

const hourMs = 3_600_000;

async function opened() {
  const now = Date.now();
  const { wrapper, bridge } = mountOnFloor(ShiftReportView, {
    snapshot: attentiveFloor(now),
    journal: shiftJournal(now),
    props: { period: { from: now - 8 * hourMs, to: now }, agentName: (id: string) => `Agent ${id.slice(-3)}` },
  });
  await flushPromises();
  return { wrapper, bridge };
}

it('shows the figures of the shift, and names no customer unless asked', async () => {
  const { wrapper } = await opened();
  const sheet = wrapper.get('[data-testid="report"]');
  expect(sheet.text()).toContain('Times coached');
  expect(sheet.text()).toContain('Median until you reacted');
  expect(sheet.findAll('tbody tr').length).toBeGreaterThan(5);
  expect(sheet.text()).toContain('Chat a7f3');
  await wrapper.get('input[type="checkbox"]').trigger('click');
  await flushPromises();
  // These chats ended before this window was opened, so their customers are not known.
  expect(wrapper.get('[data-testid="report"]').text()).toContain('customer not known');
});

it('has a copy for printing, which goes with the page', async () => {
  const { wrapper } = await opened();
  expect(document.querySelectorAll('body > .paper')).toHaveLength(1);
  wrapper.unmount();
  expect(document.querySelectorAll('body > .paper')).toHaveLength(0);
});

it('asks main for the PDF of the page', async () => {
  const { wrapper, bridge } = await opened();
  const save = wrapper.findAll('button').find((button) => button.text() === 'Save as PDF');
  await save?.trigger('click');
  expect(bridge.asked.map(({ name }) => name)).toContain('journal.savePdf');
});
