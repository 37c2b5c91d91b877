import { expect } from 'vitest';
import type { CleanRoot } from './clean-root';
import { installedIn } from './installed-console';

/** Requires that the desktop finds the program, its icon, and that it opens `sightline:` links. */
export function expectDesktopEntry(root: CleanRoot): void {
  const file = '/usr/share/applications/sightline.desktop';
  expect(root.run(`desktop-file-validate ${file}`)).toBe('');
  const entry = root.read(file);
  for (const line of [`Exec=${installedIn}/sightline %U`, 'Icon=sightline', 'StartupWMClass=sightline'])
    expect(entry.split('\n')).toContain(line);
  for (const size of ['16x16', '32x32', '48x48', '256x256'])
    expect(root.has(`/usr/share/icons/hicolor/${size}/apps/sightline.png`)).toBe(true);
  expect(root.run('xdg-mime query default x-scheme-handler/sightline', 'user')).toBe('sightline.desktop');
  expect(root.run('readlink -f /usr/bin/sightline')).toBe(`${installedIn}/sightline`);
}

/**
 * Requires one of Chromium's two sandboxes: user namespaces, or a helper that is root's. AppArmor of newer systems allows
 * namespaces to the program that its profile names.
 */
export function expectSandboxRights(root: CleanRoot): void {
  const hasNamespaces = root.run('unshare --user true 2>/dev/null && echo yes || echo no') === 'yes';
  expect(root.run(`stat -c '%U %a' ${installedIn}/chrome-sandbox`)).toBe(hasNamespaces ? 'root 755' : 'root 4755');
  const profile = root.read(`${installedIn}/resources/apparmor-profile`);
  expect(profile).toContain(`profile "sightline" "${installedIn}/sightline" flags=(unconfined) {`);
  expect(profile).toContain('userns,');
}
