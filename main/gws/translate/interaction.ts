import type { PastInteraction } from '../../../preload/contract';
import type { WireInteraction } from '../wire/interaction';
import { parseServerDate } from './date';

const media = new Map<string, PastInteraction['medium']>([
  ['chat', 'chat'],
  ['smssession', 'sms'],
  ['sms', 'sms'],
  ['email', 'email'],
  ['call', 'call'],
  ['voice', 'call'],
]);

const directions = new Map<string, PastInteraction['direction']>([
  ['Inbound', 'inbound'],
  ['Outbound', 'outbound'],
  ['Internal', 'internal'],
  ['Consult', 'internal'],
]);

const states = new Map<string, PastInteraction['state']>([
  ['New', 'running'],
  ['InProcess', 'running'],
  ['Pending', 'running'],
  ['Stopped', 'ended'],
]);

/** Media whose transcript the server keeps. */
const withTranscript = new Set(['chat', 'smssession', 'facebooksession']);

export function toPastInteraction(wire: WireInteraction): PastInteraction {
  const { mediaType = '', ownerInformation: owner } = wire;
  const name = [owner?.firstName, owner?.lastName].filter((part) => part !== undefined && part !== '').join(' ');
  const state = states.get(wire.state ?? '') ?? 'unknown';
  return {
    id: wire.id,
    medium: media.get(mediaType) ?? 'other',
    direction: directions.get(wire.typeId ?? '') ?? 'unknown',
    state,
    subject: wire.subject === undefined || wire.subject === '' ? null : wire.subject,
    startedAt: parseServerDate(wire.startDate),
    endedAt: parseServerDate(wire.endDate),
    handledBy: name === '' ? (owner?.userName ?? null) : name,
    hasTranscript: withTranscript.has(mediaType) && state !== 'running',
  };
}
