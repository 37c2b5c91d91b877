import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref } from 'vue';
import { computerZone, readZoneFrom } from '../domain/text/formatting';
import { useSessionStore } from './session.store';

/** The one clock of the window. Every waiting time and age reads it, so all of them update together. */
export const useClockStore = defineStore('clock', () => {
  const session = useSessionStore();
  /** This computer's time; for the connection state and the supervisor's own actions. */
  const now = ref(Date.now());
  const zone = ref(computerZone());
  readZoneFrom(() => zone.value);
  const timer = setInterval(() => {
    now.value = Date.now();
    zone.value = computerZone();
  }, 1_000);
  onScopeDispose(() => {
    clearInterval(timer);
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
  return { now, serverTime, knownUntil };
});
