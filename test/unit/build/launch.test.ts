import { describe, expect, it } from 'vitest';
import { consoleArguments } from '../../../build/run/launch.mjs';

describe('arguments of the console', () => {
  it('open the practice floor unless the user names another target', () => {
    expect([
      consoleArguments([]),
      consoleArguments(['--practice-seed', '7']),
      consoleArguments(['--server', 'https://gws.example.com']),
      consoleArguments(['--server=https://gws.example.com']),
      consoleArguments(['--practice']),
    ]).toEqual([
      ['--practice'],
      ['--practice', '--practice-seed', '7'],
      ['--server', 'https://gws.example.com'],
      ['--server=https://gws.example.com'],
      ['--practice'],
    ]);
  });
});
