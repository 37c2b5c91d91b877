import { describe, expect, it } from 'vitest';
import { autostartFile } from '../../../main/shell/login-item';

const lineOf = (file: string, key: string): string | undefined =>
  file.split('\n').find((line) => line.startsWith(`${key}=`));
const execLine = (program: string, starts: 'window' | 'hidden' = 'window'): string | undefined =>
  lineOf(autostartFile(program, starts), 'Exec');

describe('the autostart file', () => {
  it('starts the program with its window or in the tray', () => {
    expect(execLine('/opt/Sightline/sightline')).toBe('Exec="/opt/Sightline/sightline"');
    expect(execLine('/opt/Sightline/sightline', 'hidden')).toBe('Exec="/opt/Sightline/sightline" --hidden');
  });

  it('starts nothing once the program is gone', () => {
    expect(lineOf(autostartFile('/opt/a b\\c/sightline', 'window'), 'TryExec')).toBe(
      String.raw`TryExec=/opt/a b\\c/sightline`,
    );
  });

  it('quotes every character that the desktop would read', () => {
    expect(execLine('/home/a b/100%/"$x`\\')).toBe(
      String.raw`Exec="/home/a b/100%%/\\"\\$x\\` + '`' + String.raw`\\\\"`,
    );
  });
});
