import { createPublicKey, verify } from 'node:crypto';
import { valid } from 'semver';
import { z } from 'zod';
import type { UpdateProblem } from '../../preload/contract';

/** A name without a path, so that every file comes from the folder of the feed. */
const fileName = z
  .string()
  .regex(/^[\w.+() -]{1,200}$/u)
  .refine((name) => !name.startsWith('.'));

const feedSchema = z.object({
  version: z.string().refine((version) => valid(version) !== null),
  files: z
    .array(
      z.object({
        url: fileName,
        /** Base64. */
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/u),
        /** Bytes. */
        size: z.int().positive(),
      }),
    )
    .min(1)
    .max(20),
});

/** What a feed offers: a version and its installers. */
export type UpdateFeed = z.infer<typeof feedSchema>;

export class UpdateError extends Error {
  readonly problem: UpdateProblem;

  constructor(problem: UpdateProblem, cause?: unknown) {
    super(`update: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** Returns whether a text is a key for `readFeed`: Ed25519, as SPKI DER in base64. */
export function isUpdateKey(publicKey: string): boolean {
  try {
    return keyOf(publicKey).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/**
 * Returns the feed if its signature is valid. Who controls the server of the feed would otherwise control the console: on
 * Linux, nothing else checks an installer.
 *
 * @param text of the feed, JSON
 * @param signature of exactly this text, base64
 * @throws UpdateError
 */
export function readFeed(text: string, signature: string, publicKey: string): UpdateFeed {
  if (!isSigned(text, signature, publicKey)) throw new UpdateError('notSigned');
  try {
    return feedSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new UpdateError('noFeed', cause);
  }
}

function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), keyOf(publicKey), Buffer.from(signature.trim(), 'base64'));
  } catch {
    return false;
  }
}

function keyOf(publicKey: string): ReturnType<typeof createPublicKey> {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
}
