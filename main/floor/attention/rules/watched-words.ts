import type { Rule } from '../chat-view';
import { mentioned } from './mentioned';

/** Somebody said what this supervisor listens for. */
export const watchedWords: Rule = (view) => mentioned('watchedWords', view, view.trace.watchedWords);
