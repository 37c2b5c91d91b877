import { describe, expect, it, onTestFinished } from 'vitest';
import { AlertSounds } from '../../../main/notifications/alert-sounds';
import { createAlerts } from '../../../main/notifications/alerts';
import { RaisedAlerts } from '../../../main/notifications/raised-alerts';
import { setUiLanguage } from '../../../main/ui-strings/ui-strings';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { AlertSettings, AttentionRule, ChatAttention, PlayedSound, Snapshot } from '../../../preload/contract';
import { FakeNotifier } from '../../support/desktop/fake-notifier';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';
import { attentionFor } from '../../support/renderer/attentive-floor';
import { VirtualClock } from '../../support/virtual-clock';

const key = (chatId: string): string => `chat ${chatId}`;
const hot = (chatId: string, rule: AttentionRule = 'customerWaiting'): ChatAttention =>
  attentionFor(chatId, { rule, severity: 'hot' });
const floor = (...attention: ChatAttention[]): Snapshot =>
  floorOf({
    chats: [...new Set(['1', ...attention.map(({ chatId }) => chatId)])].map((id) => chatOf({ id })),
    attention,
  });

function alertsFor(stored: { value: unknown } = { value: undefined }) {
  const clock = new VirtualClock();
  const notifier = new FakeNotifier();
  const state = { focused: '', isDesktopQuiet: false, alerts: defaultSettings.alerts };
  const [opened, acknowledged]: [string[], string[]] = [[], []];
  const played: PlayedSound[] = [];
  const sounds = new AlertSounds({
    ...{ notifier, clock, onChange: () => undefined },
    playInPage: (sound) => played.push(sound) > 0,
  });
  const file = {
    read: () => stored.value,
    prepare: (value: unknown) => () => {
      stored.value = value;
    },
  };
  const alerts = createAlerts({
    ...{ notifier, clock, sounds, raised: new RaisedAlerts(file, clock) },
    settings: () => ({ ...defaultSettings, alerts: state.alerts }),
    isDesktopQuiet: () => state.isDesktopQuiet,
    isChatInFocus: (chatId) => state.focused === chatId,
    openChat: (chatId) => opened.push(chatId),
    openList: () => opened.push('list'),
    acknowledge: (chatId, rules) => acknowledged.push(`${chatId} ${rules.join()}`),
  });
  const change = (changes: Partial<AlertSettings>): void => {
    state.alerts = { ...state.alerts, ...changes };
  };
  return { clock, notifier, state, opened, acknowledged, played, alerts, change };
}

describe('createAlerts', () => {
  it('shows a new alert, updates it in place and withdraws it when its reason ends', () => {
    const { alerts, notifier } = alertsFor();
    alerts.look(floor());
    alerts.look(floor(hot('1')));
    expect(notifier.live.get(key('1'))).toMatchObject({ title: 'Chat needs attention', hasSound: false });
    alerts.look(floor(hot('1', 'danger')));
    expect(notifier.live.get(key('1'))).toMatchObject({ urgency: 'critical', hasSound: true, isPersistent: true });
    expect(notifier.withdrawn).toEqual([]);
    alerts.look(floor());
    expect(notifier.withdrawn).toEqual([key('1')]);
  });

  it('shows nothing for the chat in focus and withdraws what is looked at', () => {
    const { alerts, notifier, state } = alertsFor();
    alerts.look(floor());
    state.focused = '1';
    alerts.look(floor(hot('1')));
    expect(notifier.history).toEqual([]);
    alerts.look(floor(hot('1'), hot('2')));
    state.focused = '2';
    alerts.look(floor(hot('1'), hot('2')));
    expect(notifier.withdrawn).toEqual([key('2')]);
  });

  it('does what the button says', () => {
    const { alerts, notifier, opened, acknowledged, clock } = alertsFor();
    alerts.look(floor());
    const all = floor(hot('1'), hot('2', 'threats'), hot('3'));
    alerts.look(all);
    notifier.act(key('1'), 'open');
    notifier.act(key('2'), 'claim');
    notifier.act(key('3'), 'remindLater');
    expect([opened, acknowledged]).toEqual([['1'], ['2 threats']]);
    expect(notifier.live.size).toBe(0);
    clock.advance(5 * 60_000);
    expect([...notifier.live.keys()]).toEqual([key('3')]);
  });

  it('does not bring a notification back only because its text changed', () => {
    const { alerts, notifier } = alertsFor();
    alerts.look(floor());
    alerts.look(floor(hot('1')));
    notifier.expire(key('1'));
    alerts.look({ ...floor(hot('1')), chats: [chatOf({ id: '1', agentName: 'Bo' })] });
    expect(notifier.history).toHaveLength(1);
  });

  it('settles an alert whose notification the user closed', () => {
    const { alerts, notifier, clock } = alertsFor();
    alerts.look(floor());
    alerts.look(floor(hot('1', 'danger')));
    notifier.dismiss(key('1'));
    clock.advance(10 * 60_000);
    expect(notifier.live.size).toBe(0);
  });

  it('is silent in a pause and while the desktop asks for it, and shows it afterwards', () => {
    const { alerts, notifier, clock, change, state } = alertsFor();
    alerts.look(floor());
    change({ pausedUntil: clock.now() + 60_000 });
    alerts.look(floor(hot('1')));
    expect(notifier.history).toEqual([]);
    clock.advance(60_000);
    expect([...notifier.live.keys()]).toEqual([key('1')]);
    state.isDesktopQuiet = true;
    alerts.look(floor(hot('1'), hot('2')));
    expect(notifier.live.has(key('2'))).toBe(false);
    alerts.notifyStillVisible(1);
    expect(notifier.history.at(-1)?.content).toMatchObject({ urgency: 'critical', title: 'You’re still visible' });
  });

  it('plays the sound chosen for the reason in the window, and the notification is silent', () => {
    const { alerts, notifier, played, change } = alertsFor();
    const { sounds, levels } = defaultSettings.alerts;
    change({ sounds: { ...sounds, danger: 'bell' }, levels: { ...levels, danger: 'sound' }, volume: 'low' });
    alerts.look(floor());
    alerts.look(floor(hot('1', 'danger')));
    expect(played).toEqual([{ sound: 'bell', volume: 0.25 }]);
    expect(notifier.live.get(key('1'))).toMatchObject({ hasSound: false });
  });

  it('plays the sound of the most urgent chat among those of the summary', () => {
    const { alerts, notifier, played, change, clock } = alertsFor();
    const { sounds, levels } = defaultSettings.alerts;
    change({ sounds: { ...sounds, threats: 'drop' }, levels: { ...levels, threats: 'sound', danger: 'insistent' } });
    alerts.look(floor());
    const first = ['1', '2', '3', '4'].map((id) => hot(id, 'danger'));
    alerts.look(floor(...first));
    clock.advance(3_000);
    alerts.look(floor(...first, hot('5', 'threats')));
    clock.advance(3_000);
    expect(notifier.live.get('summary')).toMatchObject({ hasSound: false });
    expect(played).toEqual([{ sound: 'drop', volume: 0.55 }]);
  });

  it('opens the list at a click on the summary only', () => {
    const { notifier, opened } = alertsFor();
    notifier.act('self test', 'open');
    expect(opened).toEqual([]);
    notifier.act('summary', 'open');
    expect(opened).toEqual(['list']);
  });

  it('names no customer unless that was chosen', () => {
    const { alerts, notifier, change } = alertsFor();
    alerts.look(floor());
    alerts.look(floor(hot('1')));
    expect(JSON.stringify(notifier.history)).not.toContain('Kim');
    change({ namesCustomer: true });
    alerts.look(floor(hot('1'), hot('2')));
    expect(notifier.live.get(key('2'))?.body).toContain('Customer: Kim');
  });

  it('writes a notification that stands again in the language that is chosen', () => {
    const { alerts, notifier } = alertsFor();
    onTestFinished(() => {
      setUiLanguage('en');
    });
    alerts.look(floor());
    alerts.look(floor(hot('1')));
    setUiLanguage('de');
    alerts.look(floor(hot('1')));
    expect(notifier.live.get(key('1'))?.title).toBe('Chat mit Handlungsbedarf');
  });

  it('names the customer as soon as that is chosen, in a notification that stands', () => {
    const { alerts, notifier, change } = alertsFor();
    const named = { ...floor(hot('1')), chats: [chatOf({ id: '1', customerName: 'Dana' })] };
    alerts.look(floor());
    alerts.look(named);
    change({ namesCustomer: true });
    alerts.look(named);
    expect(notifier.live.get(key('1'))?.body).toContain('Dana');
  });

  it('stores an alert once it is shown, so that a run which is killed before leaves it to the next', () => {
    const stored = { value: undefined as unknown };
    const isStored = (shown: string): boolean =>
      JSON.stringify(stored.value ?? null).includes(`"${shown.replace('chat ', '')} `);
    const { alerts, notifier } = alertsFor(stored);
    const storedBefore: boolean[] = [];
    notifier.subscribe({
      ...{ onAction: () => undefined, onDismiss: () => undefined, onStateChange: () => undefined },
      onShown: (shown) => storedBefore.push(isStored(shown)),
    });
    alerts.look(floor());
    alerts.look(floor(hot('1')));
    alerts.look(floor(hot('1'), hot('2')));
    expect(storedBefore).toEqual([false, false]);
    expect([...notifier.live.keys()].map(isStored)).toEqual([true, true]);
  });

  it('counts the time between two sounds from when the desktop confirmed the first', () => {
    const { alerts, notifier, clock } = alertsFor();
    alerts.look(floor());
    notifier.isSilent = true;
    alerts.look(floor(hot('1', 'danger')));
    clock.advance(900);
    notifier.confirm(key('1'));
    alerts.look(floor(hot('1', 'danger'), hot('2', 'danger')));
    const sounds = (): number => notifier.history.filter(({ content }) => content.hasSound).length;
    clock.advance(1_900);
    expect(sounds()).toBe(1);
    clock.advance(200);
    expect(sounds()).toBe(2);
  });

  it('repeats nothing after restarts at which reasons appear one by one', () => {
    const stored = { value: undefined as unknown };
    const chats = [chatOf({ id: '1' }), chatOf({ id: '2' })];
    const withReasons = (...attention: ChatAttention[]): Snapshot => floorOf({ chats, attention });
    const [none, one, both] = [withReasons(), withReasons(hot('1')), withReasons(hot('1'), hot('2'))];
    // The third run ends before any reason was found.
    for (const seen of [[none, both], [none, one, both], [none], [none, one, both]]) {
      const { alerts, notifier } = alertsFor(stored);
      const isFirstRun = stored.value === undefined;
      for (const snapshot of seen) alerts.look(snapshot);
      expect(notifier.live.size).toBe(isFirstRun ? 2 : 0);
      alerts.dispose();
    }
  });

  it('repeats nothing after a restart and misses nothing that came meanwhile', () => {
    const stored = { value: undefined as unknown };
    for (let run = 0; run < 50; run += 1) {
      const { alerts, notifier } = alertsFor(stored);
      const known = Array.from({ length: run }, (_, index) => hot(`chat-${index}`));
      alerts.look(floor(...known, hot(`chat-${run}`)));
      const isFirstRun = run === 0;
      expect([...notifier.live.keys()]).toEqual(isFirstRun ? [] : [key(`chat-${run}`)]);
      alerts.dispose();
    }
  });
});
