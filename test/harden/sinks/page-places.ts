import type { Page } from 'playwright-core';

/** Texts of one place of the page, and what must not be in it. */
export interface PlaceInPage {
  readonly texts: readonly string[];
  /** Whether each of them is isolated from what stands next to it. */
  readonly areIsolated: readonly boolean[];
  /** Elements that only the markup of a stranger makes. */
  readonly made: number;
  /** Scripts of a stranger that ran. */
  readonly ran: number;
}

/**
 * Reads what a person sees in the elements of a selector, each as one text. What our own labels mark as invisible
 * (`.mark`) is isolated, and left out.
 */
export function lookAt(page: Page, selector: string): Promise<PlaceInPage> {
  return page.evaluate((wanted) => {
    return {
      // Not a function with a name, which the page could not run as it is built here.
      texts: [...document.querySelectorAll(wanted)].map((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let text = '';
        while (walker.nextNode() !== null) {
          if (walker.currentNode.parentElement?.closest('.mark') == null) text += walker.currentNode.textContent ?? '';
        }
        return text;
      }),
      areIsolated: [...document.querySelectorAll(wanted)].map((element) =>
        ['isolate', 'plaintext', 'isolate-override'].includes(getComputedStyle(element).unicodeBidi),
      ),
      made: document.querySelectorAll('[data-hostile]').length,
      ran: ((globalThis as { hostile?: unknown[] }).hostile ?? []).length,
    };
  }, selector);
}

/** Keeps every text that a screen reader would have read aloud since. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const announced = ((globalThis as { announced?: string[] }).announced = [] as string[]);
    const regions = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
        if (region != null) announced.push(...region.textContent.split('\n'));
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

export function announcedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as { announced?: string[] }).announced?.splice(0) ?? []);
}
