import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of a program have used, by the counts of the Linux scheduler and its maps. */
export interface Usage {
  readonly cpuMs: number;
  /** Times a thread went to sleep and was woken again. */
  readonly wakes: number;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process or thread ended meanwhile.
    return '';
  }
};

const numbersIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
};

/** The process and everything that it started. */
export function treeOf(rootPid: number): readonly number[] {
  const parentOf = new Map(
    numbersIn('/proc').map((pid) => [Number(pid), Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1])]),
  );
  const isInside = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parentOf.get(at))
      if (at === rootPid) return true;
    return false;
  };
  return [...parentOf.keys()].filter(isInside);
}

/** Threads that ended are not counted any more, so compare only while a program is at rest. */
export function usageOf(pids: readonly number[]): Usage {
  let [cpuNs, wakes] = [0, 0];
  for (const pid of pids) {
    for (const thread of numbersIn(`/proc/${String(pid)}/task`)) {
      cpuNs += Number(read(`/proc/${String(pid)}/task/${thread}/schedstat`).split(' ')[0] ?? 0);
      wakes += Number(
        /^voluntary_ctxt_switches:\s+(\d+)/mu.exec(read(`/proc/${String(pid)}/task/${thread}/status`))?.[1] ?? 0,
      );
    }
  }
  return { cpuMs: cpuNs / 1e6, wakes };
}

/** CPU of the processes since their start in ms, those that ended included, to 10 ms. */
export function cpuSinceStart(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const fields =
      read(`/proc/${String(pid)}/stat`)
        .split(') ')
        .at(-1)
        ?.split(' ') ?? [];
    return [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place] ?? 0), 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) * 10;
}

/** Memory in MB by kind of process, as Chromium names them; `main` has no name. */
export function memoryByKind(pids: readonly number[]): ReadonlyMap<string, number> {
  const byKind = new Map<string, number>();
  for (const pid of pids) {
    const kind = /--type=([\w-]+)/u.exec(read(`/proc/${String(pid)}/cmdline`))?.[1] ?? 'main';
    byKind.set(kind, (byKind.get(kind) ?? 0) + memoryOf([pid]));
  }
  return byKind;
}

/** Anonymous and shared memory in MB; mapped files depend on which other programs run. */
export function memoryOf(pids: readonly number[]): number {
  const kb = pids.flatMap((pid) =>
    [...read(`/proc/${String(pid)}/smaps_rollup`).matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+) kB/gmu)].map(([, size]) =>
      Number(size),
    ),
  );
  return kb.reduce((sum, one) => sum + one, 0) / 1_024;
}
