import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { JournalStorage } from './journal-storage';

/**
 * Key of one journal. It shows that a receipt came from this journal's folder and was not changed afterwards. A
 * program that can read the folder can sign too, so hand its fingerprint over before it is needed.
 */
export interface SigningKey {
  /** Ed25519, as SPKI in base64. */
  readonly publicKey: string;
  /** SHA-256 of the public key, in hex. */
  readonly fingerprint: string;
  sign(text: string): string;
}

const keyFile = 'signing-key.pem';

/** Opens the key of a journal, or creates it. */
export async function openSigningKey(storage: JournalStorage): Promise<SigningKey> {
  const stored = await storage.read(keyFile);
  if (stored !== null) return toSigningKey(createPrivateKey(stored));
  const { privateKey } = generateKeyPairSync('ed25519');
  await storage.replace(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return toSigningKey(privateKey);
}

function toSigningKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    publicKey: publicKey.toString('base64'),
    fingerprint: createHash('sha256').update(publicKey).digest('hex'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}
