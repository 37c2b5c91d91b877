import { access } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** Returns the programs that this system lacks. */
export async function missingPrograms(programs: readonly string[]): Promise<readonly string[]> {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin'];
  const found = await Promise.all(programs.map((program) => isInOneOf(folders, program)));
  return programs.filter((_, at) => found[at] === false);
}

async function isInOneOf(folders: readonly string[], program: string): Promise<boolean> {
  const looks = folders.map((folder) =>
    access(path.join(folder, program)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(looks)).includes(true);
}
