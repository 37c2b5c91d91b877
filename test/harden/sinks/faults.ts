import type { HostileText } from './hostile-texts';

/** What can be wrong with a text once it is shown, read aloud, written or handed on. `null`: nothing. */

/** Control, direction and invisible characters, without the isolates that we put around names ourselves, and without soft
 * hyphens and tags, which words and flags need. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff]/u;

/** Of a text on one line: a name, a title, a label, a sentence. */
export function faultOfLine(shown: string, hostile: readonly HostileText[]): string | null {
  const bare = shown.replaceAll(/\u2068([^\u2068\u2069]*)\u2069/gu, '$1');
  if (/[\u2068\u2069]/u.test(bare)) return 'an isolate that is left open';
  if (forbidden.test(bare)) return 'a control, direction or invisible character';
  if (/[\r\n]/u.test(bare.trim())) return 'a line of its own';
  return isAnImpostor(bare, hostile) ? 'the words of someone else' : null;
}

/** Of a message, which may have several lines. */
export function faultOfText(shown: string): string | null {
  const line = shown.replaceAll(/[\u2068\u2069\u2028\u2029\u0085\t\v\r\n]/gu, '');
  return forbidden.test(line) ? 'a control, direction or invisible character' : null;
}

/** Of a value in an element of its own, whose characters turn and hide nothing but each other. */
export function faultOfValue(isIsolated: boolean): string | null {
  return isIsolated ? null : 'a value that can turn what stands next to it';
}

/** A name that is only the name of someone else, or a message that begins with one, without ours before it. */
function isAnImpostor(shown: string, hostile: readonly HostileText[]): boolean {
  const line = shown.trim();
  return hostile.some(
    ({ kind, role, text }) =>
      kind === 'impostor' &&
      (role === 'message' || role === 'subject' || role === 'data' ? line.startsWith(text) : line === text),
  );
}

/** Of a file with comma-separated values in which every record has so many cells. */
export function faultOfTable(table: string, cells: number): string | null {
  for (const row of rowsOf(table)) {
    if (row.length !== cells) return 'a cell of its own';
    if (row.some((cell) => /^[=+\-@\t\r]/u.test(cell))) return 'a formula';
  }
  return null;
}

/** RFC 4180. */
function rowsOf(table: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of table
    .replace(/^\ufeff/u, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** Of a log in which every line is one record that begins with its time. */
export function faultOfLog(log: string): string | null {
  for (const line of log.split('\n').filter((one) => one !== '')) {
    if (!/^(?:\[?\d{4}-|\{|\d\d:\d\d:\d\d )/u.test(line)) return 'a line of its own';
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u.test(line))
      return 'a control or direction character';
  }
  return null;
}
