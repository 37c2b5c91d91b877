import { utilityProcess } from 'electron/main';
import type { SpellingClientOptions } from '../spelling/spelling-client';

/** Starts the process that has the dictionaries of this folder. */
export function launchSpellingProcess(entryFile: string, folder: string): SpellingClientOptions['launch'] {
  return ({ message, exit }) => {
    const child = utilityProcess.fork(entryFile, [folder], { serviceName: 'Sightline spelling', stdio: 'ignore' });
    child.on('message', message);
    child.once('exit', exit);
    return {
      post: (request) => {
        child.postMessage(request);
      },
      kill: () => {
        child.kill();
      },
    };
  };
}
