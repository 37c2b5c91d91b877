import type { AppError, Done, Medium, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import type { ContactCentre } from '../contact-centre';
import type { WatchExposure } from '../step-back/watch-exposure';
import type { FloorStore } from '../floor-store';
import type { WatchSpec } from '../watch-list';

/** What became of one wish that is one request for each medium. */
export interface PerMediumResult {
  /** Those the server agreed to, in the order asked. */
  readonly agreed: readonly Medium[];
  /**
   * For all of them: `command.partlyDone` where the server agreed to some and refused others, `command.outcomeUnknown` as soon
   * as nobody knows of one.
   */
  readonly result: Result<Done>;
}

/** Where requests about watches go, and where their possible effects are recorded. */
export interface WatchPort {
  readonly contactCentre: ContactCentre;
  readonly exposure: WatchExposure;
}

/** What a watch covers: chats always, and whatever else the account has a channel for. */
export function mediaToWatch(floorStore: FloorStore): readonly Medium[] {
  return floorStore.ownChannels.some(({ medium }) => medium === 'sms') ? ['chat', 'sms'] : ['chat'];
}

/**
 * Asks for a watch medium by medium. Where one is refused of which an older watch in another mode stands (`before`), that
 * one is ended: nobody is to come into a chat in a mode that no list shows.
 */
export async function requestWatch(
  port: WatchPort,
  wish: WatchSpec,
  { media, before = [] }: { readonly media: readonly Medium[]; readonly before?: readonly Medium[] },
): Promise<PerMediumResult> {
  const { agentId } = wish;
  const { contactCentre, exposure } = port;
  const answer = await askEach(media, async (medium) => {
    const restore = exposure.requested({ agentId, medium }, wish);
    const result = await contactCentre.watch({ ...wish, medium });
    if (result.ok) exposure.accepted({ agentId, medium }, wish);
    else if (isDefinite(result.error)) restore();
    return result;
  });
  const refused = media.filter((medium) => !answer.agreed.includes(medium) && before.includes(medium));
  if (answer.agreed.length > 0) await cancelWatch(port, agentId, refused);
  return answer;
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
 * Whether the server said that nothing of the request took effect. An internal error of the server is not taken for that,
 * although the vendor promises it: to be visible in coming chats unknowingly is worse than one request too many.
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
    const answer = await ask(medium);
    if (answer.ok) agreed.push(medium);
    else errors.push(answer.error);
  }
  const unsure = errors.find(({ code }) => code === 'command.outcomeUnknown');
  return { agreed, result: summed(agreed, unsure ?? errors[0]) };
}

function summed(agreed: readonly Medium[], error: AppError | undefined): Result<Done> {
  if (error === undefined) return done;
  if (agreed.length === 0 || error.code === 'command.outcomeUnknown') return { ok: false, error };
  return fail('command.partlyDone', error.serverMessage === undefined ? {} : { serverMessage: error.serverMessage });
}
