import { shell } from 'electron/common';
import type { Done, Result } from '../../preload/contract';
import { done, fail } from '../base/result';
import type { Logger } from '../base/log';
import { externalLink } from '../shell/external-link';
import { withTickets } from './network/own-credentials';

/** Opens an address in the user's browser; the only place that does. */
export async function openLink(written: string, log: Logger): Promise<Result<Done>> {
  const link = externalLink(written);
  if (!link.ok) {
    log.warn('link refused');
    return link;
  }
  try {
    await withTickets(() => shell.openExternal(link.value));
    return done;
  } catch (cause) {
    log.error('browser could not be opened', { cause });
    return fail('link.refused');
  }
}
