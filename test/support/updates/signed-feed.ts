import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** An administrator who publishes versions: a key, and feeds signed with it. */
export class UpdatePublisher {
  readonly publicKey: string;
  readonly #privateKey: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    this.publicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    this.#privateKey = privateKey;
  }

  /** Returns the text of a feed with one installer, and its signature. */
  publish(
    version: string,
    installer: Buffer,
    name = `Sightline-${version}.AppImage`,
  ): { text: string; signature: string } {
    const sha512 = createHash('sha512').update(installer).digest('base64');
    return this.sign({ version, files: [{ url: name, sha512, size: installer.length }] });
  }

  sign(feed: unknown): { text: string; signature: string } {
    const text = JSON.stringify(feed);
    return { text, signature: sign(null, Buffer.from(text), this.#privateKey).toString('base64') };
  }
}
