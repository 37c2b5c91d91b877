import { describe, expect, it } from 'vitest';
import {
  fallbackPage,
  stoppedPageCss,
  stoppedPageHtml,
  fallbackAction,
  type FallbackPageState,
} from '../../../main/electron/fallback-page';

const picture: FallbackPageState = {
  standing: 'Live · Customers can see you in 2 chats',
  icon: 'visible',
  visibleCount: 2,
  isSteppingBack: false,
  draftCount: 0,
};
const links = (html: string): readonly (string | undefined)[] =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, url]) => url);

describe('the plain page', () => {
  it('tells how things stand and offers both ways on', () => {
    const html = stoppedPageHtml(picture);
    expect(html).toContain('Live · Customers can see you in 2 chats');
    expect(html).toContain('Return to monitoring in all 2 chats');
    expect(links(html).map((url) => fallbackAction(url ?? ''))).toEqual(['openAgain', 'stepBack']);
  });

  it('offers no step back where nobody sees the supervisor, and none twice', () => {
    expect(links(stoppedPageHtml({ ...picture, visibleCount: 0 }))).toHaveLength(1);
    const busy = stoppedPageHtml({ ...picture, isSteppingBack: true });
    expect([links(busy).length, busy.includes('Returning to monitoring…')]).toEqual([1, true]);
  });

  it('says that unsent texts are kept, by their number only', () => {
    expect(stoppedPageHtml({ ...picture, draftCount: 3 })).toContain('3 unsent drafts are kept.');
    expect(stoppedPageHtml(picture)).not.toContain('unsent');
  });

  it('has nothing that the content policy would hold: no script, no style of its own, no form', () => {
    expect(stoppedPageHtml(picture)).not.toMatch(/<script|<style|style=|<form|\son\w+=/i);
    expect(stoppedPageCss).not.toMatch(/url\(|@import/);
  });

  it.each([
    fallbackPage,
    `${fallbackPage}/step-back/`,
    `${fallbackPage}/step-back?x`,
    'https://bundle/stopped/step-back',
    '',
  ])('takes %j for no wish', (url) => {
    expect(fallbackAction(url)).toBeNull();
  });
});
