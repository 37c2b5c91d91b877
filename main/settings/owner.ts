import { createHash } from 'node:crypto';
import type { SignedInUser } from '../../preload/contract';

/** Tells one supervisor at one server from every other, without naming either of them. */
export function ownerOf({ userId, serverName, isPractice }: SignedInUser): string {
  return createHash('sha256')
    .update(JSON.stringify([isPractice, serverName, userId]))
    .digest('hex');
}
