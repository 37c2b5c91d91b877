import type { AppError, Done, Medium, Result } from '../../../preload/contract';
import { done, fail } from '../../base/result';
import type { ContactCentre } from '../contact-centre';
import type { Truth } from '../truth';
import type { WatchWish } from '../watch-list';

/** What became of one wish that is one request for each medium. */
export interface MediaAnswer {
  /** Those the server agreed to, in the order asked. */
  readonly agreed: readonly Medium[];
  /**
   * For all of them: `command.partlyDone` where the server agreed to some and refused others, `command.outcomeUnknown` as soon
   * as nobody knows of one.
   */
  readonly result: Result<Done>;
}

/** What a watch covers: chats always, and whatever else the account has a channel for. */
export function watchedMedia(truth: Truth): readonly Medium[] {
  return truth.ownChannels.some(({ medium }) => medium === 'sms') ? ['chat', 'sms'] : ['chat'];
}

/**
 * Asks for a watch medium by medium. Where one is refused of which an older watch in another mode stands (`before`), that
 * one is ended: nobody is to come into a chat in a mode that no list shows.
 */
export async function askForWatch(
  contactCentre: ContactCentre,
  wish: WatchWish,
  { media, before = [] }: { readonly media: readonly Medium[]; readonly before?: readonly Medium[] },
): Promise<MediaAnswer> {
  const { agentId } = wish;
  const answer = await askEach(media, (medium) => contactCentre.watch({ ...wish, medium }));
  const refused = media.filter((medium) => !answer.agreed.includes(medium) && before.includes(medium));
  if (answer.agreed.length > 0) await endWatch(contactCentre, agentId, refused);
  return answer;
}

export function endWatch(
  contactCentre: ContactCentre,
  agentId: string,
  media: readonly Medium[],
): Promise<MediaAnswer> {
  return askEach(media, (medium) => contactCentre.stopWatching({ agentId, medium }));
}

async function askEach(
  media: readonly Medium[],
  ask: (medium: Medium) => Promise<Result<unknown>>,
): Promise<MediaAnswer> {
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
  return fail('command.partlyDone', error.serverSays === undefined ? {} : { serverSays: error.serverSays });
}
