import { prepareTestPrograms } from './test-programs.mjs';

/** Installs what makes the clean system in which they are installed. */
export function prepareInstallerPrograms() {
  return prepareTestPrograms([
    { program: 'debootstrap', inPackage: 'debootstrap' },
    { program: 'rpmbuild', inPackage: 'rpm' },
    { program: 'unshare', inPackage: 'util-linux' },
  ]);
}
