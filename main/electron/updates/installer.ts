import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type * as ElectronUpdater from 'electron-updater';
import type { AppUpdater, Provider, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { app, type AuthInfo } from 'electron/main';
import { UpdateError, type UpdateFeed } from '../../updates/update-feed';
import type { UpdateInstaller } from '../../updates/updates';
import type { NetworkAccess } from '../http';
import { ProxyVisit } from '../network/proxy-visit';

type Library = typeof ElectronUpdater;
type CustomProvider = new (
  options: unknown,
  updater: unknown,
  runtimeOptions: ProviderRuntimeOptions,
) => Provider<UpdateInfo>;
type Installation = 'appImage' | 'deb' | 'rpm' | 'nsis' | 'mac';

export interface InstallerOptions {
  /** Address of the folder of the feed. */
  readonly url: string;
  /** Opens the partition that downloads use. */
  readonly openPartition: () => Promise<unknown>;
  readonly network: Pick<NetworkAccess, 'proxySignIn'>;
}

const makers: Readonly<Record<Installation, (library: Library) => AppUpdater>> = {
  appImage: ({ AppImageUpdater }) => new AppImageUpdater(),
  deb: ({ DebUpdater }) => new DebUpdater(),
  rpm: ({ RpmUpdater }) => new RpmUpdater(),
  nsis: ({ NsisUpdater }) => new NsisUpdater(),
  mac: ({ MacUpdater }) => new MacUpdater(),
};

/** Downloads and installs by electron-updater; `null` where the installation cannot replace itself. */
export function createUpdateInstaller(options: InstallerOptions): UpdateInstaller | null {
  const installation = installationOf();
  if (installation === null) return null;
  return {
    download: async (feed, onProgress) => {
      try {
        await options.openPartition();
        const library = await import('electron-updater');
        const updater = await prepare(makers[installation](library), options);
        updater.setFeedURL({ provider: 'custom', updateProvider: providerOf(library, feed, options.url) });
        updater.on('download-progress', ({ percent }) => {
          onProgress(percent);
        });
        await updater.checkForUpdates();
        await updater.downloadUpdate();
      } catch (cause) {
        throw new UpdateError(problemOf(cause), cause);
      }
    },
  };
}

/** How this program was installed. An MSI and a plain folder are replaced by the software distribution. */
function installationOf(): Installation | null {
  if (process.platform === 'darwin') return app.isPackaged ? 'mac' : null;
  if (process.platform === 'win32') {
    const uninstaller = path.join(path.dirname(process.execPath), `Uninstall ${app.getName()}.exe`);
    return existsSync(uninstaller) ? 'nsis' : null;
  }
  if (process.env['APPIMAGE'] !== undefined) return 'appImage';
  const file = path.join(process.resourcesPath, 'package-type');
  const type = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  return type === 'deb' || type === 'rpm' ? type : null;
}

async function prepare(updater: AppUpdater, { network }: InstallerOptions): Promise<AppUpdater> {
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.disableDifferentialDownload = true;
  updater.forceDevUpdateConfig = !app.isPackaged;
  // The library takes the name of its folder from a file that electron-builder makes only for a fixed feed.
  const config = path.join(app.getPath('userData'), 'update-cache.json');
  await writeFile(config, JSON.stringify({ updaterCacheDirName: 'sightline-updater' }));
  updater.updateConfigPath = config;
  const proxy = new ProxyVisit(network.proxySignIn);
  updater.signals.login((info, respond) => {
    // Its type demands texts; Electron takes none as a refusal.
    void proxy.login(info as AuthInfo, respond as Parameters<ProxyVisit['login']>[1]);
  });
  return updater;
}

/** Returns a provider of the feed that is already read and checked, so that the library reads no other. */
function providerOf(library: Library, feed: UpdateFeed, url: string): CustomProvider {
  // Its type also wants what feeds of older versions had.
  const outdated = { path: '', sha512: '', releaseDate: '' };
  const info: UpdateInfo = { ...feed, ...outdated };
  return class extends library.Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtimeOptions: ProviderRuntimeOptions) {
      super(runtimeOptions);
    }

    getLatestVersion(): Promise<UpdateInfo> {
      return Promise.resolve(info);
    }

    resolveFiles(): ResolvedUpdateFileInfo[] {
      return feed.files.map((file) => ({ url: new URL(encodeURIComponent(file.url), url), info: file }));
    }
  };
}

function problemOf(cause: unknown): UpdateError['problem'] {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (code === 'ERR_CHECKSUM_MISMATCH') return 'altered';
  if (/ERR_(?:CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|CONNECTION_(?:RESET|CLOSED|ABORTED))|aborted/u.test(message))
    return 'incomplete';
  return message.includes('net::') ? 'unreachable' : 'failed';
}
