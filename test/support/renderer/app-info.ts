import { noPolicy } from '../../../main/policy/policy';
import type { AppInfo } from '../../../preload/contract';

/** The program on a computer without a policy. */
export const unmanagedAppInfo: AppInfo = {
  version: '0.1.0',
  platform: 'linux',
  serverFromCommandLine: null,
  startsOnPracticeFloor: false,
  policy: noPolicy.state,
  systemLanguage: 'en',
};
