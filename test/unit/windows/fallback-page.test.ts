import { describe, expect, it } from 'vitest';
import {
  fallbackPage,
  stoppedPageCss,
  stoppedPageHtml,
  fallbackAction,
  type FallbackPageState,
} from '../../../main/windows/fallback-page';

const state: FallbackPageState = {
  status: 'Live · Customers can see you in 2 chats',
  icon: 'visible',
  visibleCount: 2,
  isSteppingBack: false,
  draftCount: 0,
};
const links = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, url]) => url);

describe('stoppedPageHtml', () => {
  it('shows the state and offers both actions', () => {
    const html = stoppedPageHtml(state);
    expect(html).toContain('Live · Customers can see you in 2 chats');
    expect(html).toContain('Return to monitoring in all 2 chats');
    expect(links(html).map((url) => fallbackAction(url ?? ''))).toEqual(['openAgain', 'stepBack']);
  });

  it('offers no step back when no one sees the supervisor, and none twice', () => {
    expect(links(stoppedPageHtml({ ...state, visibleCount: 0 }))).toHaveLength(1);
    const busy = stoppedPageHtml({ ...state, isSteppingBack: true });
    expect([links(busy).length, busy.includes('Returning to monitoring…')]).toEqual([1, true]);
  });

  it('shows the number of unsent texts only', () => {
    expect(stoppedPageHtml({ ...state, draftCount: 3 })).toContain('3 unsent drafts are kept.');
    expect(stoppedPageHtml(state)).not.toContain('unsent');
  });

  it('contains nothing that the content policy blocks: no script, no inline style, no form', () => {
    expect(stoppedPageHtml(state)).not.toMatch(/<script|<style|style=|<form|\son\w+=/i);
    expect(stoppedPageCss).not.toMatch(/url\(|@import/);
  });

  it.each([
    fallbackPage,
    `${fallbackPage}/step-back/`,
    `${fallbackPage}/step-back?x`,
    'https://bundle/stopped/step-back',
    '',
  ])('finds no action in %j', (url) => {
    expect(fallbackAction(url)).toBeNull();
  });
});
