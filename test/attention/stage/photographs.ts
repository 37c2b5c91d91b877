import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../out/attention', import.meta.url));

/** Where the photograph of a screen is kept, to be looked at. */
export async function photographFile(name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return path.join(folder, `${name}.png`);
}
