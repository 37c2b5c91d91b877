import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { formsOf, type Secrets } from './secrets';

/** One find: which secret, and where. */
export type Find = string;

/** Looks for every secret, in each of its forms, in some bytes. */
export function findsIn(bytes: Buffer, place: string, secrets: Secrets): readonly Find[] {
  return secrets
    .entries()
    .filter(([, value]) => formsOf(value).some((form) => bytes.includes(form)))
    .map(([name]) => `${name} in ${place}`);
}

/** Looks through all files of a folder. Files may vanish meanwhile. */
export function findsBelow(folder: string, secrets: Secrets): readonly Find[] {
  return filesBelow(folder).flatMap((file) => {
    try {
      return findsIn(readFileSync(file), path.relative(folder, file), secrets);
    } catch {
      return [];
    }
  });
}

/** Looks at the arguments and the environment of processes. */
export function findsInProcesses(pids: readonly number[], secrets: Secrets): readonly Find[] {
  return pids.flatMap((pid) =>
    ['cmdline', 'environ'].flatMap((file) => {
      try {
        return findsIn(readFileSync(`/proc/${pid}/${file}`), `${file} of a process`, secrets);
      } catch {
        return [];
      }
    }),
  );
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
  } catch {
    return [];
  }
}
