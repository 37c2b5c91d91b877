import type { FoundTargets, HandOverTarget } from './model/hand-over';
import type { CustomerHistory, Disposition, PastTranscript } from './model/history';

/** Lookups for operations and past chats. They change nothing. */
export interface LookupCommands {
  'directory.find': {
    readonly request: { readonly query: string; readonly kinds: readonly HandOverTarget['kind'][] };
    readonly reply: FoundTargets;
  };
  /** Empty if the contact centre offers no codes: then any text is valid. */
  'dispositions.list': { readonly request: null; readonly reply: { readonly codes: readonly Disposition[] } };
  'history.ofCustomer': { readonly request: { readonly chatId: string }; readonly reply: CustomerHistory };
  /** Transcript of a finished chat; nothing in it is live. */
  'history.transcript': { readonly request: { readonly interactionId: string }; readonly reply: PastTranscript };
}
