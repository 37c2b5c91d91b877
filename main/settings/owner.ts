import { createHash } from 'node:crypto';
import type { SignedInUser } from '../../preload/contract';

/** Returns an identifier of one supervisor at one server that names neither. */
export function ownerOf({ userId, serverName, isPractice }: SignedInUser): string {
  return createHash('sha256')
    .update(JSON.stringify([isPractice, serverName, userId]))
    .digest('hex');
}
