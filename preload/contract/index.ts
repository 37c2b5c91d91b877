export type * from './model/mode';
export type * from './model/command-request';
export type * from './model/hand-over';
export type * from './model/history';
export type * from './model/chat';
export type * from './model/channel';
export type * from './model/agent';
export type * from './model/connection';
export type { SentenceValues, NetworkProblem } from './model/network-problem';
export type {
  CheckFinding,
  CheckOmission,
  CheckProblem,
  CheckResult,
  CheckStep,
  ConnectionCheckState,
} from './model/connection-check';
export type * from './model/session';
export type * from './model/pending-command';
export type * from './model/step-back';
export type { AlertLevel, AttentionRule, PhraseLanguage, PhraseListName } from './attention-rules';
export type * from './model/attention';
export type * from './model/attention-why';
export type * from './model/journal';
export type * from './model/shift-report';
export type * from './model/alerts';
export type * from './model/desktop';
export type * from './model/budget';
export type * from './model/watch-team';
export type * from './model/chat-list';
export type { Language } from './languages';
export type * from './model/key-settings';
export type * from './model/settings';
export type * from './model/policy';
export type * from './model/presence';
export type * from './model/support';
export type * from './model/updates';
export type {
  CertificateRule,
  NetworkAnswer,
  NetworkQuestion,
  OfferedCertificate,
  ProxySettings,
} from './model/network';
export type { Rights } from './rights';
export type * from './model/wall';
export type * from './model/workspace';
export type * from './errors';
export type * from './result';
export type * from './snapshot';
export type { SpellingReplacement } from './spelling';
export type * from './events';
export type * from './chat-operations';
export type * from './lookups';
export type * from './commands';
export type * from './bridge';
