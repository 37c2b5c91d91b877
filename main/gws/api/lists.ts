import type { Disposition, HandOverTarget, Result } from '../../../preload/contract';
import { succeed, fail } from '../../base/result';
import { toDisposition, toQueue } from '../translate/lists';
import { decodeList } from '../wire/lists';
import type { Quarantine } from '../wire/quarantine';
import type { RestClient } from './rest-client';

/** Returns the queues a chat can wait in. */
export async function readQueues(
  caller: RestClient,
  quarantine: Quarantine,
): Promise<Result<readonly HandOverTarget[]>> {
  const path = '/queues?fields=id,name,channel&channel=chat';
  const result = await caller({ method: 'GET', path });
  if (!result.ok) return result;
  const items = decodeList(result.value, 'queues');
  return items === null ? fail('server.fault') : succeed(taken(items, toQueue, 'queue', quarantine));
}

/**
 * Returns the disposition codes, or none from a server without the list: like the agent states, it is undocumented.
 */
export async function readDispositions(
  caller: RestClient,
  quarantine: Quarantine,
): Promise<Result<readonly Disposition[]>> {
  const result = await caller({ method: 'GET', path: '/settings/dispositions?fields=*' });
  if (!result.ok) {
    const isAbsent = result.error.code === 'command.notFound' || result.error.code === 'command.forbidden';
    return isAbsent ? succeed([]) : result;
  }
  const items = decodeList(result.value, 'dispositions') ?? [];
  return succeed(taken(items, toDisposition, 'disposition', quarantine));
}

function taken<T>(
  items: readonly unknown[],
  translate: (item: unknown) => T | null,
  takenFor: string,
  quarantine: Quarantine,
): readonly T[] {
  return items.flatMap((item) => {
    const value = translate(item);
    if (value === null) quarantine.keep(takenFor, item);
    return value === null ? [] : [value];
  });
}
