import type { AppError, Done, Medium, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import type { ContactCentre } from '../contact-centre';
import type { WatchExposure } from '../step-back/watch-exposure';
import type { FloorStore } from '../floor-store';
import type { WatchSpec } from '../watch-list';

/** Result of one watch that takes one request per medium. */
export interface PerMediumResult {
  /** Accepted media, in the order requested. */
  readonly agreed: readonly Medium[];
  /**
   * Combined result: `command.partlyDone` if only some media were accepted, `command.outcomeUnknown` if one is unknown.
   */
  readonly result: Result<Done>;
}

/** Port for watch requests, and the record of their possible effects. */
export interface WatchPort {
  readonly contactCentre: ContactCentre;
  readonly exposure: WatchExposure;
}

/** Returns the media a watch covers: chat, and every other medium the account has a channel for. */
export function mediaToWatch(floorStore: FloorStore): readonly Medium[] {
  return floorStore.ownChannels.some(({ medium }) => medium === 'sms') ? ['chat', 'sms'] : ['chat'];
}

/**
 * Requests a watch for each medium in turn. If the server refuses a medium for which an older watch exists (`before`),
 * that watch is cancelled: it may have another mode, and the list would not show it.
 */
export async function requestWatch(
  port: WatchPort,
  spec: WatchSpec,
  { media, before = [] }: { readonly media: readonly Medium[]; readonly before?: readonly Medium[] },
): Promise<PerMediumResult> {
  const { agentId } = spec;
  const { contactCentre, exposure } = port;
  const response = await askEach(media, async (medium) => {
    const restore = exposure.requested({ agentId, medium }, spec);
    const result = await contactCentre.watch({ ...spec, medium });
    if (result.ok) exposure.accepted({ agentId, medium }, spec);
    else if (isDefinite(result.error)) restore();
    return result;
  });
  const refused = media.filter((medium) => !response.agreed.includes(medium) && before.includes(medium));
  if (response.agreed.length > 0) await cancelWatch(port, agentId, refused);
  return response;
}

export function cancelWatch(
  { contactCentre, exposure }: WatchPort,
  agentId: string,
  media: readonly Medium[],
): Promise<PerMediumResult> {
  return askEach(media, async (medium) => {
    const result = await contactCentre.stopWatching({ agentId, medium });
    if (result.ok) exposure.ended({ agentId, medium });
    return result;
  });
}

/**
 * Returns whether the error proves that the request had no effect. A server error does not, although the vendor
 * promises it: an unlisted visible watch is worse than one request too many.
 */
function isDefinite({ code }: AppError): boolean {
  return code !== 'command.outcomeUnknown' && code !== 'command.partlyDone' && code !== 'server.fault';
}

async function askEach(
  media: readonly Medium[],
  ask: (medium: Medium) => Promise<Result<unknown>>,
): Promise<PerMediumResult> {
  const agreed: Medium[] = [];
  const errors: AppError[] = [];
  for (const medium of media) {
    const response = await ask(medium);
    if (response.ok) agreed.push(medium);
    else errors.push(response.error);
  }
  const unsure = errors.find(({ code }) => code === 'command.outcomeUnknown');
  return { agreed, result: summed(agreed, unsure ?? errors[0]) };
}

function summed(agreed: readonly Medium[], error: AppError | undefined): Result<Done> {
  if (error === undefined) return done;
  if (agreed.length === 0 || error.code === 'command.outcomeUnknown') return { ok: false, error };
  return fail('command.partlyDone', error.serverMessage === undefined ? {} : { serverMessage: error.serverMessage });
}
