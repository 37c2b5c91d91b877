import { describe, expect, it } from 'vitest';
import { entryTime } from '../../../../../renderer/domain/transcript/entry-time';
import { createFormatting } from '../../../../../renderer/domain/text/formatting';

const formatting = createFormatting('en-GB-u-nu-latn', 'UTC');
const at = Date.UTC(2026, 10, 22, 21, 4, 7);
const translate = (key: string, values: Record<string, string> = {}): string => `${key} ${values['time'] ?? ''}`;

describe('the time of an entry', () => {
  it('is shown as it is where the server gave it', () => {
    expect(entryTime({ at }, formatting, translate)).toEqual({ time: '21:04', title: '22 November 2026 at 21:04:07' });
  });

  it('is marked where it was guessed, and claims no second', () => {
    expect(entryTime({ at, isTimeGuessed: true }, formatting, translate)).toEqual({
      time: 'transcript.aboutTime 21:04',
      title: 'transcript.timeGuessed 21:04',
    });
  });
});
