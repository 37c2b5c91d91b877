import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../../main/gws/session/retry-after';
import { FakeConsole } from '../../../support/gws/fake-console';

const now = Date.UTC(2026, 0, 5, 9);
const day = 86_400_000;
const at = (moment: number): string => new Date(moment).toUTCString();

describe('parseRetryAfter', () => {
  it.each([
    ['seconds', '30', null, 30_000],
    ['seconds, whatever the date', '30', at(now - day), 30_000],
    ['a date, on clocks that agree', at(now + 60_000), at(now), 60_000],
    ['a date, on a clock a day behind', at(now + day + 20_000), at(now + day), 20_000],
    ['a date, on a clock a day ahead', at(now - day + 20_000), at(now - day), 20_000],
    ['a date that has passed where it was written', at(now + 60_000), at(now + 90_000), 0],
    ['a date, without one to compare it with', at(now + 60_000), null, 60_000],
    ['a date, next to one that cannot be read', at(now + 60_000), 'yesterday', 60_000],
    ['a fraction of a second', '1.25', null, 1_250],
    ['seconds with their unit', '5 s', null, 5_000],
    ['the longest of several waits', '5, 30, 10', null, 30_000],
    ['the longest, when a date is among them', `5, ${at(now + 60_000)}; 10`, at(now), 60_000],
    ['a date with the whole name of its day', 'Monday, 05-Jan-26 09:01:00 GMT', at(now), 60_000],
    ['nothing where a quotation is only part of it', '5"7"', null, null],
    ['nothing of digits after a quotation', '"5"7', null, null],
    ['a date with a blank before its comma', at(now + 60_000).replace(',', ' ,'), at(now), null],
    ['seconds in quotation marks', ' " 15 " ', null, 15_000],
    ['nothing of what is quoted in part', 'x"15"', null, null],
    ['nothing of what goes on after a quotation', '"15"x', null, null],
    ['nothing of a number that goes on', '5 sixths', null, null],
    ['no more than five minutes of a date nothing vouches for', at(now + day), null, 300_000],
    ['no more than an hour of a date that is vouched for', at(now + day), at(now), 3_600_000],
    ['no more than an hour of seconds', '999999', null, 3_600_000],
    ['nothing of what cannot be read', 'soon', at(now), null],
    ['nothing of a number that is no number of seconds', '-5', at(now), null],
    ['nothing where nothing was asked', null, at(now), null],
  ])('reads %s', (_from, retryAfter, date, expected) => {
    expect(parseRetryAfter({ retryAfter, date }, now)).toBe(expected);
  });

  it("keeps the stream's wait unchanged on a machine whose clock is a day behind", async () => {
    const console = await new FakeConsole().goLive();
    const there = console.clock.now() + day;
    const headers = { 'retry-after': at(there + 20_000), date: at(there) };
    console.server.trapOperation('/meta/connect', { answer: { status: 503, headers } });
    console.server.bayeux.wakePolls();
    await console.pass(1);
    const asked = console.server.count('/meta/connect');
    await console.pass(19_900);
    expect(console.server.count('/meta/connect')).toBe(asked);
    await console.pass(2_000);
    expect(console.sink.isLive).toBe(true);
  });

  it('returns the intended wait at sign-in on a machine with a wrong clock', async () => {
    const console = new FakeConsole();
    const there = console.clock.now() - day;
    const headers = { 'retry-after': at(there + 30_000), date: at(there) };
    console.server.trap('/diagnostics/version', { answer: { status: 429, headers } });
    expect(await console.signIn()).toEqual({ ok: false, error: { code: 'server.busy', retryAfterMs: 30_000 } });
  });
});
