import type { Settings } from '../../preload/contract';

export type StartsAtLogin = Settings['startsAtLogin'];

/** Registers the program with the system, so that it starts when the user signs in to the computer. */
export interface LoginItem {
  /** Registers or removes it, if that changed. The first call of a run also brings the path of the program up to date. */
  apply(starts: StartsAtLogin): void;
}

/** Arguments of a start at login (`command-line.ts`). */
export function loginArguments(starts: StartsAtLogin): readonly string[] {
  return starts === 'hidden' ? ['--hidden'] : [];
}

/**
 * The file in the user's `autostart` folder (freedesktop Desktop Application Autostart Specification).
 * `program`: absolute path.
 */
export function autostartFile(program: string, starts: StartsAtLogin): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sightline',
    'Icon=sightline',
    // Without the program, nothing is started and nothing said: the file stays behind when Sightline is removed.
    `TryExec=${program.replaceAll('\\', String.raw`\\`)}`,
    `Exec=${[quoted(program), ...loginArguments(starts)].join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Quotes an argument of `Exec`: once for the argument, once for the string, and `%` for its field codes. */
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/gu, String.raw`\$&`);
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
}
