import { describe, expect, it } from 'vitest';
import type { Mode, WatchScope } from '../../../../preload/contract';
import { WatchExposure } from '../../../../main/floor/step-back/watch-exposure';
import { VirtualClock } from '../../../support/virtual-clock';

const ada = { agentId: 'user-ada', medium: 'chat' } as const;
const texts = { agentId: 'user-ada', medium: 'sms' } as const;
const kind = (mode: Mode, scope: WatchScope = 'nextChat') => ({ mode, scope });

function exposureWithClock() {
  const clock = new VirtualClock();
  const exposure = new WatchExposure(clock);
  const possible = () =>
    exposure
      .possible('user-ada')
      .get('chat')
      ?.map(({ mode }) => mode);
  return { clock, exposure, possible };
}

describe('watches the server may hold', () => {
  it('include one whose request is on its way next to the one it would replace', () => {
    const { exposure, possible } = exposureWithClock();
    exposure.accepted(ada, kind('monitor'));
    const restore = exposure.requested(ada, kind('coach'));
    expect(possible()).toEqual(['monitor', 'coach']);
    restore();
    expect(possible()).toEqual(['monitor']);
    exposure.requested(ada, kind('bargeIn'));
    exposure.accepted(ada, kind('bargeIn'));
    expect(possible()).toEqual(['bargeIn']);
    exposure.ended(ada);
    expect(possible()).toEqual([]);
  });

  it('are visible by agent with each medium that others would see', () => {
    const { exposure } = exposureWithClock();
    exposure.accepted(ada, kind('coach'));
    exposure.accepted(texts, kind('bargeIn'));
    exposure.accepted({ agentId: 'user-ben', medium: 'chat' }, kind('monitor'));
    exposure.requested({ agentId: 'user-cem', medium: 'sms' }, kind('monitor'));
    exposure.requested({ agentId: 'user-cem', medium: 'sms' }, kind('coach'));
    expect([...exposure.visible((mode) => mode !== 'monitor')]).toEqual([
      ['user-ada', ['chat', 'sms']],
      ['user-cem', ['sms']],
    ]);
    exposure.clear();
    expect(exposure.visible(() => true).size).toBe(0);
  });

  it('are reported with every change until the listener leaves', () => {
    const { exposure } = exposureWithClock();
    let changes = 0;
    const leave = exposure.subscribe(() => (changes += 1));
    exposure.requested(ada, kind('coach'))();
    expect(changes).toBe(2);
    exposure.clear();
    expect(changes).toBe(3);
    leave();
    exposure.ended(ada);
    expect(changes).toBe(3);
  });
});

describe('a consumed watch', () => {
  const lateMs = 30_000;

  it.each([
    ['the only possible one, old enough', { afterMs: lateMs + 1 }, true],
    ['accepted so recently that an older one may have joined', { afterMs: lateMs }, false],
    ['for all chats, which nothing uses up', { afterMs: lateMs + 1, scope: 'allChats' as const }, false],
    ['joined in another mode', { afterMs: lateMs + 1, joined: 'monitor' as const }, false],
    ['joined in a mode that is not known', { afterMs: lateMs + 1, joined: null }, false],
  ])('is gone for certain if it is %s (%#)', (_, how, isGone) => {
    const { afterMs, scope, joined } = { scope: 'nextChat' as const, joined: 'coach' as Mode | null, ...how };
    const { clock, exposure, possible } = exposureWithClock();
    clock.advance(60_000);
    exposure.accepted(ada, kind('coach', scope));
    clock.advance(afterMs);
    expect(exposure.consumed(ada, joined)).toBe(isGone);
    expect(possible()).toEqual(isGone ? [] : ['coach']);
  });

  it('remains possible next to another, or while its outcome is unknown', () => {
    const { clock, exposure, possible } = exposureWithClock();
    exposure.requested(ada, kind('coach'));
    clock.advance(lateMs * 2);
    expect(exposure.consumed(ada, 'coach')).toBe(false);
    exposure.accepted(ada, kind('coach'));
    clock.advance(lateMs * 2);
    exposure.requested(ada, kind('bargeIn'));
    expect(exposure.consumed(ada, 'coach')).toBe(false);
    expect(possible()).toEqual(['coach', 'bargeIn']);
  });

  it('is gone if none was possible', () => {
    expect(exposureWithClock().exposure.consumed(ada, 'coach')).toBe(true);
  });
});
