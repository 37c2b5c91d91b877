import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref } from 'vue';
import { computerZone, readZoneFrom } from '../domain/text/formatting';
import { useSessionStore } from './session.store';

const tickMs = 1_000;
/** Two zones of one offset differ on other days only, so the zone itself is read rarely. */
const readZoneEveryMs = 60_000;

/**
 * The one clock of the window. Every waiting time and age reads it, so all of them update together. It rests while the
 * window is hidden, when no one reads it.
 */
export const useClockStore = defineStore('clock', () => {
  const session = useSessionStore();
  /** This computer's time; for the connection state and the supervisor's own actions. */
  const now = ref(Date.now());
  const zone = ref(computerZone());
  readZoneFrom(() => zone.value);
  let zoneRead = { at: now.value, offset: offsetAt(now.value) };
  /** Reading the zone takes milliseconds, its offset none. */
  function readZone(): void {
    const offset = offsetAt(now.value);
    if (offset === zoneRead.offset && Math.abs(now.value - zoneRead.at) < readZoneEveryMs) return;
    zoneRead = { at: now.value, offset };
    zone.value = computerZone();
  }
  const tick = (): void => {
    now.value = Date.now();
    readZone();
  };
  let timer: ReturnType<typeof setInterval> | null = setInterval(tick, tickMs);
  function rest(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }
  /** Shows the current time at once. */
  function resume(): void {
    tick();
    timer ??= setInterval(tick, tickMs);
  }
  onScopeDispose(() => {
    rest();
    readZoneFrom(computerZone);
  });
  const serverClockOffsetMs = computed(() => session.connection.serverClockOffsetMs ?? 0);
  /** The server's time, which stamps the transcript and may differ from this computer's. */
  const serverTime = computed(() => now.value + serverClockOffsetMs.value);
  /**
   * The server's time up to which the floor is known. While the connection is not live, waiting times and ages stand
   * still.
   */
  const knownUntil = computed(() => {
    const { phase, lastSuccessAt } = session.connection;
    return phase === 'live' || lastSuccessAt === null ? serverTime.value : lastSuccessAt + serverClockOffsetMs.value;
  });
  /** The current time, also while the clock rests: when something happened. */
  function read(): number {
    return Date.now();
  }
  return { now, serverTime, knownUntil, rest, resume, read };
});

/** Minutes between UTC and this computer's zone. */
function offsetAt(time: number): number {
  return new Date(time).getTimezoneOffset();
}
