import type { RecordedSettings } from '../setting-records';
import type { AttentionSettings } from './attention';

export type Theme = RecordedSettings['theme'];
export type Density = RecordedSettings['density'];
export type OnClose = RecordedSettings['onClose'];
/** How long a past chat stays in the list. */
export type PastKept = RecordedSettings['pastKept'];

/** Settings that survive a restart. A schema in main validates them; unknown keys are refused. */
export interface Settings extends RecordedSettings {
  readonly attention: AttentionSettings;
}
