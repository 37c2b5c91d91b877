import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref } from 'vue';
import { computerZone, readZoneFrom } from '../domain/formatting';
import { useSessionStore } from './session.store';

/** The one ticking clock of the window: everything that shows a waiting time or an age reads it, so all turn together. */
export const useClockStore = defineStore('clock', () => {
  const session = useSessionStore();
  /** By this computer, as everything that is told of the connection and of the supervisor's own acts. */
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
  /** By the clock that stamps what is said on the floor, which need not agree with this computer's. */
  const serverTime = computed(() => now.value + serverClockOffsetMs.value);
  /** The same, up to when the floor is known: while it is not live its waits and ages stand still, since nobody saw what came later. */
  const knownUntil = computed(() => {
    const { phase, lastSuccessAt } = session.connection;
    return phase === 'live' || lastSuccessAt === null ? serverTime.value : lastSuccessAt + serverClockOffsetMs.value;
  });
  return { now, serverTime, knownUntil };
});
