import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { useCopyGuard } from '../../../../renderer/app/use-copy-guard';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

const page = defineComponent(() => {
  useCopyGuard();
  return () => [h('p', 'I want my money back'), h('textarea')];
});

async function pageWhere(mayCopyTexts: boolean) {
  const { wrapper, bridge } = mountOnFloor(page, { snapshot: emptySnapshot() });
  const { policy } = bridge.facts;
  bridge.facts = { ...bridge.facts, policy: { ...policy, rights: { ...policy.rights, mayCopyTexts } } };
  await useSessionStore().load();
  const isStopped = (selector: string, name: string): boolean => {
    const event = new Event(name, { bubbles: true, cancelable: true });
    wrapper.get(selector).element.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { isStopped };
}

describe('copying', () => {
  it.each(['copy', 'cut', 'dragstart'])('of a message is stopped where the policy forbids it (%s)', async (name) => {
    const { isStopped } = await pageWhere(false);
    expect(isStopped('p', name)).toBe(true);
    expect(useToastsStore().toasts.length).toBe(name === 'copy' ? 1 : 0);
  });

  it('of one’s own text in a field is always possible', async () => {
    const { isStopped } = await pageWhere(false);
    expect(isStopped('textarea', 'copy')).toBe(false);
  });

  it('is possible without such a policy', async () => {
    const { isStopped } = await pageWhere(true);
    expect(isStopped('p', 'copy')).toBe(false);
  });
});
