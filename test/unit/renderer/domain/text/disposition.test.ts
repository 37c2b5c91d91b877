import { describe, expect, it } from 'vitest';
import { dispositionOf } from '../../../../../renderer/domain/text/disposition';

describe('the disposition', () => {
  it.each(['DispositionCode', 'disposition', 'Disposition_Code', 'disposition code'])('is found under %s', (key) => {
    expect(
      dispositionOf([
        { key: 'Segment', value: 'Gold' },
        { key, value: ' SOLVED ' },
      ]),
    ).toBe('SOLVED');
  });

  it('is none where the key means something else or says nothing', () => {
    expect(
      dispositionOf([
        { key: 'DispositionReason', value: 'x' },
        { key: 'DispositionCode', value: null },
      ]),
    ).toBeNull();
  });
});
