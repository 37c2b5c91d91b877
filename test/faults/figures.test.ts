import { describe, expect, it } from 'vitest';
import { timesFinding } from './live/figures';

const row = { name: 'reconnect.live', goalSeconds: 3, words: 'live again' };

describe('timesFinding', () => {
  it('meets its goal by the 95th percentile when every round ended', () => {
    const times = [...Array.from({ length: 19 }, () => 1_000), 9_000];
    expect(timesFinding({ ...row, times })).toMatchObject({
      pass: true,
      value: 'p95 1.00 s, worst 9.00 s (20 rounds)',
    });
  });

  it('misses its goal when the 95th percentile is too high', () => {
    expect(timesFinding({ ...row, times: [1_000, 4_000] })).toMatchObject({ pass: false });
  });

  it('misses its goal on one round that never ended, however many did', () => {
    const times = [...Array.from({ length: 23 }, () => 1_000), null];
    expect(timesFinding({ ...row, times })).toMatchObject({
      pass: false,
      value: 'p95 1.00 s, worst 1.00 s (24 rounds, 1 never ended)',
    });
  });

  it('misses its goal without a round', () => {
    expect(timesFinding({ ...row, times: [] })).toMatchObject({ pass: false });
  });
});
