import { describe, expect, it } from 'vitest';
import AwayCover from '../../../../renderer/app/AwayCover.vue';
import { usePresenceStore } from '../../../../renderer/stores/presence.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

function coveredPage() {
  const mounted = mountOnFloor(AwayCover, { snapshot: emptySnapshot() });
  usePresenceStore().follow();
  const cover = () => document.querySelector('[data-testid="away"]');
  const leave = async (away: 'locked' | 'idle' | null) => {
    mounted.bridge.push('presence.changed', { away });
    await mounted.wrapper.vm.$nextTick();
  };
  const isKeyStopped = (): boolean => {
    const event = new KeyboardEvent('keydown', { key: 'b', bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { cover, leave, isKeyStopped };
}

describe('the cover of a window', () => {
  it('is there while the supervisor is away, says why, and lets no key through', async () => {
    const { cover, leave, isKeyStopped } = coveredPage();
    expect([cover(), isKeyStopped()]).toEqual([null, false]);
    await leave('locked');
    expect(cover()?.textContent).toContain('Unlock the screen');
    expect(isKeyStopped()).toBe(true);
    await leave(null);
    expect([cover(), isKeyStopped()]).toEqual([null, false]);
  });

  it('does not appear where the supervisor chose not to have it', async () => {
    const { cover, leave, isKeyStopped } = coveredPage();
    useSettingsStore().settings = { ...useSettingsStore().settings, hidesTextsWhenAway: false };
    await leave('idle');
    expect([cover(), isKeyStopped()]).toEqual([null, false]);
  });
});
