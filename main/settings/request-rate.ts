import type { Settings } from '../../preload/contract';

/** Returns how many requests a second are sent at most; `null`: as many as the server accepts. */
export function mostPerSecond({ requestRate }: Pick<Settings, 'requestRate'>): number | null {
  return requestRate === 'adaptive' ? null : Number(requestRate);
}
