import type { Rule } from '../chat-view';
import { mentioned } from './mentioned';

/** The customer asks for somebody else, or threatens to go. */
export const escalationWords: Rule = (view) => mentioned('escalationWords', view, view.trace.escalations);
