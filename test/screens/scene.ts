import type { ScenePage } from './scene-page';

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
  readonly arrange?: (page: ScenePage) => Promise<void>;
}

export interface ThemeLook {
  readonly language: 'en' | 'de' | 'ar';
  readonly zoom: number;
}

/** `rtl`: Arabic, mirrored. `forced`: the system's own few colours. German has the longest words, so it is the one enlarged as well. */
const looks = {
  light: { language: 'en', zoom: 1 },
  dark: { language: 'en', zoom: 1 },
  rtl: { language: 'ar', zoom: 1 },
  german: { language: 'de', zoom: 1 },
  forced: { language: 'en', zoom: 1 },
  zoom150: { language: 'de', zoom: 1.5 },
  zoom: { language: 'en', zoom: 2 },
} as const satisfies Readonly<Record<string, ThemeLook>>;
export type SceneTheme = keyof typeof looks;
export const themes = Object.keys(looks) as readonly SceneTheme[];

export function lookOf(theme: SceneTheme): ThemeLook {
  return looks[theme];
}

export const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
export type SceneSize = (typeof sizes)[number];

export function screenshotName({ screen, state }: Scene, theme: SceneTheme, { width, height }: SceneSize): string {
  return `${screen}-${state}-${theme}-${width}x${height}`;
}
