import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defaultAttention } from '../../../../main/settings/attention-settings';
import type { AttentionPreview } from '../../../../preload/contract';
import AttentionScreen from '../../../../renderer/features/attention/AttentionScreen.vue';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { attentiveFloor } from '../../../support/renderer/attentive-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);

const preview: AttentionPreview = {
  from: now - 3_600_000,
  chatsChecked: 63,
  chatsFlagged: 7,
  lines: [
    {
      rule: 'customerWaiting',
      chatCount: 5,
      hotCount: 2,
      examples: [
        {
          chatId: 'kim',
          customerName: 'Kim Delacroix',
          at: now - 600_000,
          reason: { rule: 'customerWaiting', severity: 'hot', since: now, count: null, words: null, entryIndex: 1 },
        },
      ],
    },
  ],
};

async function open() {
  const { wrapper, bridge } = mountOnFloor(AttentionScreen, { snapshot: attentiveFloor(now) });
  bridge.preview = preview;
  await useSettingsStore().load();
  await flushPromises();
  const rule = (name: string) => wrapper.get(`[data-rule="${name}"]`);
  return {
    wrapper,
    bridge,
    rule,
    rest: async () => {
      await vi.advanceTimersByTimeAsync(400);
      await flushPromises();
    },
    kept: () => bridge.settings.attention,
  };
}

describe('tuning', () => {
  it('keeps a threshold when the hand rests, asks once what it would have raised, and shows that', async () => {
    const { wrapper, bridge, rule, rest, kept } = await open();
    bridge.asked.length = 0;
    const [warm] = rule('customerWaiting').findAll('input');
    for (const text of ['1', '1:', '1:1', '1:10']) await warm?.setValue(text);
    expect(bridge.asked).toEqual([]);
    await rest();
    expect(kept().rules.customerWaiting).toEqual({ isOn: true, threshold: 70, hotThreshold: 180 });
    expect(bridge.asked.map(({ name }) => name)).toEqual(['settings.change', 'attention.preview']);
    expect(bridge.asked[1]?.request).toEqual({ settings: kept() });
    expect(wrapper.get('[data-part="summary"]').text()).toContain('7 of 63 chats');
    expect(rule('customerWaiting').get('[data-part="raised"]').text()).toBe(
      'Would have flagged 5 chats in the last hour. 2 urgent.',
    );
    await rule('customerWaiting').get('.example').trigger('click');
    expect(wrapper.emitted('openChat')).toEqual([['kim']]);
  });

  it('says what is wrong with a threshold, and keeps none of it', async () => {
    const { bridge, rule, rest } = await open();
    bridge.asked.length = 0;
    await rule('customerWaiting').findAll('input')[0]?.setValue('soon');
    await rest();
    expect(rule('customerWaiting').text()).toContain('Use minutes and seconds');
    expect(bridge.asked).toEqual([]);
  });

  it('never lets red come before amber, and lets it be never', async () => {
    const { rule, rest, kept } = await open();
    const [warm, hot] = rule('customerWaiting').findAll('input');
    await hot?.setValue('1:00');
    await rest();
    expect(kept().rules.customerWaiting).toMatchObject({ threshold: 60, hotThreshold: 60 });
    await warm?.setValue('4:00');
    await rest();
    expect(kept().rules.customerWaiting).toMatchObject({ threshold: 240, hotThreshold: 240 });
    await hot?.setValue('');
    await rest();
    expect(kept().rules.customerWaiting).toMatchObject({ threshold: 240, hotThreshold: null });
  });

  it('switches a rule off, and goes back to the usual and back again', async () => {
    const { wrapper, rule, rest, kept } = await open();
    await rule('pingPong').get('[role="switch"]').trigger('click');
    await rest();
    expect(kept().rules.pingPong.isOn).toBe(false);
    expect(rule('pingPong').text()).toContain('This rule is off.');
    await wrapper.get('[data-part="reset"]').trigger('click');
    await rest();
    expect(kept()).toEqual(defaultAttention);
    await wrapper.get('[data-part="undo"]').trigger('click');
    await rest();
    expect(kept().rules.pingPong.isOn).toBe(false);
  });

  it('adds words, several at once and none twice, and takes them off', async () => {
    const { rule, rest, kept } = await open();
    const words = rule('watchedWords');
    const own = () => kept().phrases.watchedWords.any;
    await words.get('.phrases input').setValue('parrot*,  blue   bird , parrot*, , !!');
    await words.get('form').trigger('submit');
    await rest();
    expect(own()).toEqual(['parrot*', 'blue bird']);
    await words.get('.phrases input').setValue('blue bird');
    expect(words.text()).toContain('Already on the list.');
    const remove = words.findAll('button').find((one) => one.attributes('aria-label') === 'Remove “parrot*”');
    await remove?.trigger('click');
    await rest();
    expect(own()).toEqual(['blue bird']);
  });

  it('shows the phrases of one language at a time and changes one of them in its place', async () => {
    const { rule, rest, kept } = await open();
    const threats = rule('threats').get('[data-list="threats"]');
    const before = kept().phrases.threats;
    const rows = () => threats.findAll('.phrase').map((row) => row.text());
    expect(rows()).toEqual(before.en);
    await threats.get('[role="radio"][aria-label="German"]').trigger('click');
    expect(rows()).toEqual(before.de);
    await threats.findAll('.phrase')[1]?.trigger('click');
    await threats.get('input').setValue('mit dem anwalt, und zwar bald');
    await threats.get('form').trigger('submit');
    await rest();
    expect(kept().phrases.threats.de).toEqual(before.de.with(1, 'mit dem anwalt, und zwar bald'));
    expect({ ...kept().phrases, threats: before }).toEqual({ ...defaultAttention.phrases, threats: before });
  });
});
