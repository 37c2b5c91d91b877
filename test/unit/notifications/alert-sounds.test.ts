import { describe, expect, it } from 'vitest';
import { AlertSounds } from '../../../main/notifications/alert-sounds';
import type { PlayedSound } from '../../../preload/contract';
import { FakeNotifier } from '../../support/desktop/fake-notifier';
import { VirtualClock } from '../../support/virtual-clock';

function soundsFor({ hasPage = true, hasSounds = true }: { hasPage?: boolean; hasSounds?: boolean | null } = {}) {
  const clock = new VirtualClock();
  const notifier = new FakeNotifier();
  notifier.hasSounds = hasSounds;
  const played: PlayedSound[] = [];
  const states: string[] = [];
  const sounds: AlertSounds = new AlertSounds({
    ...{ notifier, clock },
    playInPage: (sound) => hasPage && played.push(sound) > 0,
    onChange: () => states.push(sounds.state()),
  });
  return { clock, notifier, played, sounds, states };
}

describe('AlertSounds', () => {
  it('plays a sound of the program in the page, and leaves the notification silent', () => {
    const { sounds, played } = soundsFor();
    expect(sounds.play('marimba', 'high')).toBe(false);
    expect(played).toEqual([{ sound: 'marimba', volume: 1 }]);
  });

  it('leaves the system sound to the notification', () => {
    const { sounds, played } = soundsFor();
    expect(sounds.play('system', 'medium')).toBe(true);
    expect(played).toEqual([]);
  });

  it.each([
    ['has no sounds', (notifier: FakeNotifier) => (notifier.hasSounds = false)],
    ['shows no notifications', (notifier: FakeNotifier) => notifier.become('noService')],
  ])('plays a sound of the program in place of the system sound where the desktop %s', (_why, arrange) => {
    const { sounds, played, notifier } = soundsFor();
    arrange(notifier);
    expect(sounds.play('system', 'medium')).toBe(false);
    expect(played).toEqual([{ sound: 'chime', volume: 0.55 }]);
  });

  it('lets the notification sound while no page can', () => {
    const { sounds } = soundsFor({ hasPage: false });
    expect(sounds.play('bell', 'medium')).toBe(true);
  });

  it('makes no second sound within two seconds', () => {
    const { sounds, played, clock } = soundsFor();
    sounds.play('bell', 'medium');
    clock.advance(1_999);
    expect([sounds.play('bell', 'medium'), sounds.play('system', 'medium'), played.length]).toEqual([false, false, 1]);
    clock.advance(1);
    sounds.play('bell', 'medium');
    expect(played).toHaveLength(2);
  });

  it('turns to the notification when the page was refused, until the page could play again', () => {
    const { sounds, played, clock, states } = soundsFor();
    sounds.play('bell', 'medium');
    sounds.reported(false);
    clock.advance(2_000);
    expect(sounds.play('bell', 'medium')).toBe(true);
    sounds.reported(true);
    clock.advance(2_000);
    expect(sounds.play('bell', 'medium')).toBe(false);
    expect([played.length, states]).toEqual([2, ['systemOnly', 'working']]);
  });

  it('knows that nothing sounds where neither page nor desktop can', () => {
    const { sounds } = soundsFor({ hasSounds: false });
    sounds.reported(false);
    expect(sounds.state()).toBe('none');
  });
});
