import type { AlertLevel } from '../../preload/contract';
import { alertKey, type ChatAlert } from './chat-alert';

/** Milliseconds between two sounds. */
export const minSoundGapMs = 2_000;
/** Notifications of chats shown at a time; the others share the summary. */
export const maxSeparate = 4;
/** Milliseconds for which a notification occupies one of those places, as long as desktops usually show it. */
const placeMs = 12_000;
const repeatMs = 30_000;
const remindMs = 5 * 60_000;
/** Milliseconds between two updates of the summary. */
const minSummaryGapMs = 2_000;

type Shown = Exclude<AlertLevel, 'off' | 'badge'>;
const order: readonly Shown[] = ['toast', 'sound', 'insistent'];

interface Tracked {
  readonly chatId: string;
  alerts: readonly { readonly alert: ChatAlert; readonly level: Shown }[];
  /** Levels gained by escalation. */
  raisedBy: number;
  raisedAt: number;
  announcedAt: number | null;
  announcedAs: 'own' | 'summary' | null;
  /** Increases whenever the notification has to be sent again. */
  revision: number;
  wantsSound: boolean;
  remindAt: number | null;
}

export interface PlannedNotification {
  readonly alert: ChatAlert;
  readonly level: Shown;
  /** The notification has to appear again if this differs from the last one sent; otherwise it only changes in place. */
  readonly revision: number;
}

export interface AlertPlan {
  /** By chat. A chat that is no longer here has its notification withdrawn. */
  readonly notifications: ReadonlyMap<string, PlannedNotification>;
  /** Chats that share the summary. Its revision increases when a chat joins them. */
  readonly summary: { readonly chatIds: readonly string[]; readonly revision: number } | null;
  /** Chat whose notification sounds, or `summary`. */
  readonly sound: string | null;
  /** When to plan again at the latest; `null` if time alone changes nothing. */
  readonly nextAt: number | null;
}

export interface PlanCircumstances {
  readonly now: number;
  /** No notification begins while this is true; what was not shown is shown afterwards. */
  readonly isQuiet: boolean;
  /** Milliseconds without a reaction after which an alert rises one level; `null` means never. */
  readonly escalatesAfterMs: number | null;
}

/**
 * Decides which notifications exist: at most one per chat, a few at a time, and a summary of the others. Pure: time is
 * an argument, and `plan` returns what the desktop should show.
 *
 * 1. An alert lives until its reason ends, its chat is looked at, or the user closes it. Time alone never drops it.
 * 2. A stronger alert takes the place of a weaker one; equal ones never displace each other.
 * 3. Sounds that fall due within the gap after one are joined into one sound at its end.
 */
export class AlertTracker {
  readonly #tracked = new Map<string, Tracked>();
  #lastSoundAt = -Infinity;
  #lastRevision = 0;
  #summary: { chatIds: readonly string[]; revision: number; at: number } = { chatIds: [], revision: 0, at: -Infinity };

  raise(alert: ChatAlert, level: Shown, now: number): void {
    const known = this.#tracked.get(alert.chatId);
    const others = (known?.alerts ?? []).filter((one) => alertKey(one.alert) !== alertKey(alert));
    const alerts = [...others, { alert, level }].sort((a, b) => order.indexOf(b.level) - order.indexOf(a.level));
    this.#tracked.set(alert.chatId, {
      chatId: alert.chatId,
      alerts,
      raisedBy: 0,
      raisedAt: now,
      announcedAt: null,
      announcedAs: known?.announcedAs ?? null,
      revision: this.#newRevision(),
      wantsSound: (known?.wantsSound ?? false) || level !== 'toast',
      remindAt: null,
    });
  }

  /** Drops alerts whose reason has ended. */
  keepOnly(holds: (alert: ChatAlert) => boolean): void {
    for (const [chatId, tracked] of [...this.#tracked]) {
      const alerts = tracked.alerts.filter(({ alert }) => holds(alert));
      if (alerts.length === 0) this.#tracked.delete(chatId);
      else tracked.alerts = alerts;
    }
  }

  /** The chat was looked at, or its notification was closed. */
  settle(chatId: string): void {
    this.#tracked.delete(chatId);
  }

  /** The desktop confirmed a sound. A slow one plays it late, so the next sound counts from here. */
  soundConfirmed(now: number): void {
    this.#lastSoundAt = Math.max(this.#lastSoundAt, now);
  }

  remindLater(chatId: string, now: number): void {
    const tracked = this.#tracked.get(chatId);
    if (tracked === undefined) return;
    tracked.remindAt = now + remindMs;
    tracked.announcedAs = null;
    tracked.announcedAt = null;
    tracked.wantsSound = false;
  }

  /** Every alert of every chat. */
  all(): readonly ChatAlert[] {
    return [...this.#tracked.values()].flatMap(({ alerts }) => alerts.map(({ alert }) => alert));
  }

  plan({ now, isQuiet, escalatesAfterMs }: PlanCircumstances): AlertPlan {
    const tracked = [...this.#tracked.values()];
    const escalationMs = escalatesAfterMs ?? Infinity;
    if (!isQuiet) {
      for (const one of tracked) this.#age(one, now, escalationMs);
      this.#announce(now);
    }
    const times = tracked.map((one) => nextTimeOf(one, escalationMs)).filter((at) => at > now && at < Infinity);
    this.#summarise(now, times);
    const sound = isQuiet ? null : this.#takeSound(now, times);
    return {
      notifications: this.#planned(),
      summary: this.#summary.chatIds.length === 0 ? null : this.#summary,
      sound,
      nextAt: times.length === 0 ? null : Math.min(...times),
    };
  }

  /** Applies what time alone does: reminders, escalation and repetition. */
  #age(tracked: Tracked, now: number, escalationMs: number): void {
    if (now < nextTimeOf(tracked, escalationMs)) return;
    if (tracked.remindAt === null && levelOf(tracked) !== 'insistent') tracked.raisedBy = 1;
    tracked.remindAt = null;
    this.#sayAgain(tracked);
  }

  #sayAgain(tracked: Tracked): void {
    tracked.announcedAt = null;
    tracked.revision = this.#newRevision();
    tracked.wantsSound = levelOf(tracked) !== 'toast';
  }

  #announce(now: number): void {
    const fresh = this.#byUrgency().filter((one) => one.announcedAt === null && one.remindAt === null);
    const occupying = [...this.#tracked.values()].filter((one) => hasPlace(one, now)).sort(byUrgency);
    for (const tracked of fresh) {
      const weakest = occupying.at(-1);
      tracked.announcedAt = now;
      if (tracked.announcedAs !== 'own' && occupying.length >= maxSeparate) {
        const isStronger = weakest !== undefined && order.indexOf(levelOf(weakest)) < order.indexOf(levelOf(tracked));
        tracked.announcedAs = isStronger ? 'own' : 'summary';
        if (!isStronger) continue;
        weakest.announcedAs = 'summary';
        occupying.pop();
      }
      tracked.announcedAs = 'own';
      occupying.push(tracked);
      occupying.sort(byUrgency);
    }
  }

  #summarise(now: number, times: number[]): void {
    const chatIds = [...this.#tracked.values()]
      .filter((one) => one.announcedAs === 'summary' && one.remindAt === null)
      .map((one) => one.chatId);
    if (chatIds.join('\n') === this.#summary.chatIds.join('\n')) return;
    const mayUpdateAt = this.#summary.at + minSummaryGapMs;
    if (chatIds.length > 0 && now < mayUpdateAt) {
      times.push(mayUpdateAt);
      return;
    }
    const hasGrown = chatIds.some((chatId) => !this.#summary.chatIds.includes(chatId));
    this.#summary = { chatIds, revision: hasGrown ? this.#newRevision() : this.#summary.revision, at: now };
  }

  #takeSound(now: number, times: number[]): string | null {
    const isSent = (one: Tracked): boolean => one.announcedAs === 'own' || this.#summary.chatIds.includes(one.chatId);
    const wanting = this.#byUrgency().filter((one) => one.wantsSound && one.announcedAt !== null && isSent(one));
    const [first] = wanting;
    if (first === undefined) return null;
    if (now < this.#lastSoundAt + minSoundGapMs) {
      times.push(this.#lastSoundAt + minSoundGapMs);
      return null;
    }
    this.#lastSoundAt = now;
    for (const one of wanting) one.wantsSound = false;
    if (first.announcedAs === 'own') first.revision = this.#newRevision();
    return first.announcedAs === 'own' ? first.chatId : 'summary';
  }

  #planned(): ReadonlyMap<string, PlannedNotification> {
    const planned = new Map<string, PlannedNotification>();
    for (const tracked of this.#tracked.values()) {
      const strongest = tracked.alerts[0];
      if (tracked.announcedAs !== 'own' || strongest === undefined) continue;
      planned.set(tracked.chatId, {
        alert: strongest.alert,
        level: levelOf(tracked),
        revision: tracked.revision,
      });
    }
    return planned;
  }

  /** Unique over all chats, so that a chat that was settled and raised again never looks unchanged. */
  #newRevision(): number {
    this.#lastRevision += 1;
    return this.#lastRevision;
  }

  #byUrgency(): Tracked[] {
    return [...this.#tracked.values()].sort(byUrgency);
  }
}

function levelOf({ alerts, raisedBy }: Tracked): Shown {
  const level = alerts[0]?.level ?? 'toast';
  return order[Math.min(order.indexOf(level) + raisedBy, order.length - 1)] ?? level;
}

/** When time alone changes this alert: a reminder, the escalation, or the next repetition. */
function nextTimeOf(tracked: Tracked, escalationMs: number): number {
  const { remindAt, announcedAt, raisedBy } = tracked;
  if (remindAt !== null) return remindAt;
  if (announcedAt === null) return Infinity;
  if (levelOf(tracked) === 'insistent') return announcedAt + repeatMs;
  return raisedBy === 0 ? announcedAt + escalationMs : Infinity;
}

function hasPlace({ announcedAs, announcedAt }: Tracked, now: number): boolean {
  return announcedAs === 'own' && announcedAt !== null && now < announcedAt + placeMs;
}

function byUrgency(left: Tracked, right: Tracked): number {
  return order.indexOf(levelOf(right)) - order.indexOf(levelOf(left)) || left.raisedAt - right.raisedAt;
}
