import { describe, expect, it } from 'vitest';
import { autostartFile } from '../../../main/shell/login-item';

const execLine = (program: string, starts: 'window' | 'hidden' = 'window'): string | undefined =>
  autostartFile(program, starts)
    .split('\n')
    .find((line) => line.startsWith('Exec='));

describe('the autostart file', () => {
  it('starts the program with its window or in the tray', () => {
    expect(execLine('/opt/Sightline/sightline')).toBe('Exec="/opt/Sightline/sightline"');
    expect(execLine('/opt/Sightline/sightline', 'hidden')).toBe('Exec="/opt/Sightline/sightline" --hidden');
  });

  it('quotes every character that the desktop would read', () => {
    expect(execLine('/home/a b/100%/"$x`\\')).toBe(
      String.raw`Exec="/home/a b/100%%/\\"\\$x\\` + '`' + String.raw`\\\\"`,
    );
  });
});
