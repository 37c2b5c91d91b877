/**
 * Quirks of the documented wire format. Each is switchable, so that a client can be tested with and without it. The defaults match the
 * samples and captured payloads.
 */
export interface Quirks {
  /** Barge in is offered as `SwitchBargeIn` (samples); off: as `SwitchToBargeIn`, like the operation. */
  readonly switchBargeInCapability: boolean;
  /** A monitor's capabilities list the sending operations, although they are refused. */
  readonly monitorListsSending: boolean;
  /** Pushing a URL is named `SendUrl`, as captured; off: `PushUrl`, like the message. */
  readonly sendUrlCapability: boolean;
  /** Supervisors are offered what no sample shows: notices, web addresses, completing the chat. */
  readonly supervisorsOfferedMore: boolean;
  /** `GET /settings/dispositions`, undocumented. */
  readonly dispositionsRead: boolean;
  /** Dates lose the blank between day and hour, as printed in the samples. */
  readonly datesWithoutBlank: boolean;
  /** Dates gain blanks after the colons, as printed in the history samples. */
  readonly datesWithSpacedColons: boolean;
  /** `timestampSeconds` really holds seconds, as its text says; every sample holds milliseconds. */
  readonly timestampsInSeconds: boolean;
  readonly omitUri: boolean;
  readonly omitPath: boolean;
  readonly omitChatPath: boolean;
  /** Participants carry `participantId` only, without the later `id`. */
  readonly participantIdOnly: boolean;
  readonly omitParticipantVisibility: boolean;
  /** Reject answers `{"status":0}`. */
  readonly rejectAnswersStatus: boolean;
  /** Customers show first and last name run together. */
  readonly nicknameConcatenated: boolean;
  /** The end of typing is called `TypingStopping`. */
  readonly typingStopping: boolean;
  /** Attached data has keys with punctuation, and null values. */
  readonly oddUserDataKeys: boolean;
  /** Chats carry the misspelt `revelantResponseTemplateGroups`. */
  readonly revelantTemplates: boolean;
  /** Resource URIs name the balancer, not the host the client connected to. */
  readonly foreignUriHost: boolean;
  /** Chats embedded in `/me` have neither `uri` nor `path`. */
  readonly embeddedChatsWithoutUri: boolean;
  /** Error notifications carry no `messageType`. */
  readonly errorsWithoutMessageType: boolean;
  /** The contact centre also has text-message sessions. */
  readonly smsSessions: boolean;
  /** `GET /users/{id}/chats`, undocumented. */
  readonly usersChatsRead: boolean;
  /** `GET /users?subresources=chats` and the same for one user, undocumented: lists carry the agents' chats. */
  readonly usersEmbedChats: boolean;
  /** `GET /me/chats/{id}/messages`, undocumented. */
  readonly chatMessagesRead: boolean;
  /** `GET /users` needs a permission that the supervisor lacks. */
  readonly usersReadForbidden: boolean;
  /** CSRF protection, an option of the server. */
  readonly csrf: boolean;
  /** A write with an expired session is refused for its token before the session is checked. */
  readonly expiredWriteAnswersCsrf: boolean;
  /** The stream supports the acknowledgement extension. */
  readonly acknowledgements: boolean;
}

export const defaultQuirks: Quirks = {
  switchBargeInCapability: true,
  monitorListsSending: true,
  sendUrlCapability: true,
  supervisorsOfferedMore: true,
  dispositionsRead: true,
  datesWithoutBlank: false,
  datesWithSpacedColons: false,
  timestampsInSeconds: false,
  omitUri: false,
  omitPath: false,
  omitChatPath: false,
  participantIdOnly: false,
  omitParticipantVisibility: false,
  rejectAnswersStatus: true,
  nicknameConcatenated: false,
  typingStopping: false,
  oddUserDataKeys: true,
  revelantTemplates: true,
  foreignUriHost: false,
  embeddedChatsWithoutUri: true,
  errorsWithoutMessageType: false,
  smsSessions: true,
  usersChatsRead: true,
  usersEmbedChats: true,
  chatMessagesRead: true,
  usersReadForbidden: false,
  csrf: true,
  expiredWriteAnswersCsrf: false,
  acknowledgements: true,
};

export function isQuirkName(name: string): name is keyof Quirks {
  return Object.hasOwn(defaultQuirks, name);
}
