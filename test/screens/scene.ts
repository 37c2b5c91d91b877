import type { Page } from 'playwright-core';

/** One screen in one state: which floor it stands on, and what a person did to get there. */
export interface Scene {
  readonly screen: string;
  readonly state: string;
  readonly floor: string;
  /** The second window, not the console's own. */
  readonly window?: 'wall';
  /** Choices the scene needs, besides theme and language. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Works in every language: by keys, test ids and what main may push, never by words. */
  readonly arrange?: (page: Page) => Promise<void>;
}

/** `rtl`: Arabic, mirrored. `forced`: the system's own few colours. `zoom`: light, everything twice as large. */
export const themes = ['light', 'dark', 'rtl', 'forced', 'zoom'] as const;
export type SceneTheme = (typeof themes)[number];

export const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
export type SceneSize = (typeof sizes)[number];

export function pictureName({ screen, state }: Scene, theme: SceneTheme, { width, height }: SceneSize): string {
  return `${screen}-${state}-${theme}-${width}x${height}`;
}
