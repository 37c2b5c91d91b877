/**
 * Writes what a package says of the software in it: THIRD-PARTY-NOTICES.txt and a bill of materials (CycloneDX). Both list
 * the packages whose code is in the bundles, not all that are installed. Usage: node licences.mjs <folder> <electron
 * version>, with the Node of node_modules/.bin.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import license from 'rollup-plugin-license';
import licenceTexts from 'spdx-license-list/full.js';
import { build } from 'vite';
import { dictionaries, parts, viteConfigOf } from '../prepare/app-folder.mjs';
import { checkout } from '../prepare/paths.mjs';

/**
 * @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly text: string }} Bundled
 */

const [folder, electronVersion] = process.argv.slice(2);
if (folder === undefined || electronVersion === undefined) throw new Error('a folder and a version are the arguments');
process.env['VITE_CONFIG_NATIVE_IGNORE_WARNING'] = 'true';

/** Packages of which only files are in the bundles, not code: fonts, icons and dictionaries. */
const files = [
  ...['@fontsource-variable/inter', '@fontsource-variable/noto-sans-arabic', '@iconify-json/lucide'],
  ...dictionaries.map((name) => `dictionary-${name}`),
];

/** Software inside of a package that the package's own licence does not cover. */
const inside = [
  {
    name: 'hunspell',
    version: 'fc6a952',
    license: 'MPL-1.1',
    text: `Compiled into hunspell-asm. Source: https://github.com/hunspell/hunspell\n\n${textOf('MPL-1.1')}`,
  },
];

/**
 * Returns the full text of a licence, for packages that only name it.
 * @param {string} spdx
 */
function textOf(spdx) {
  const found = licenceTexts[spdx];
  if (found === undefined) throw new Error(`${spdx} is no licence that SPDX lists`);
  return found.licenseText;
}

/** @returns {Promise<readonly Bundled[]>} the packages whose code is in the bundles, by name, each once */
async function bundledPackages() {
  /** @type {Bundled[]} */
  const found = [];
  const collect = license({
    thirdParty: {
      multipleVersions: true,
      includePrivate: false,
      output: (dependencies) => {
        for (const { name, version, license: spdx, licenseText, noticeText } of dependencies)
          found.push({
            name: name ?? 'not known',
            version: version ?? 'not known',
            license: spdx ?? 'not known',
            text: [licenseText, noticeText].filter((text) => text != null).join('\n\n'),
          });
      },
    },
  });
  for (const part of parts)
    await build({
      configFile: viteConfigOf(part),
      logLevel: 'error',
      plugins: [/** @type {import('vite').Plugin} */ (/** @type {unknown} */ (collect))],
      build: { write: false },
    });
  const all = [...found, ...inside, ...(await Promise.all(files.map(packageOfFiles)))];
  const byId = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byId.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/**
 * @param {string} name
 * @returns {Promise<Bundled>}
 */
async function packageOfFiles(name) {
  const root = join(checkout, 'node_modules', name);
  const { version, license: spdx } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const own = await firstOf([join(root, 'LICENSE'), join(root, 'license')]);
  // The GPL wants its whole text with every copy; the packages of dictionaries only mention it.
  const text = /GPL-3\.0/.test(spdx) ? `${own}\n\n${textOf('GPL-3.0')}` : own;
  return { name, version, license: spdx ?? 'not known', text };
}

/** @param {readonly string[]} paths */
async function firstOf(paths) {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text !== '') return text;
  }
  return '';
}

/** @param {readonly Bundled[]} packages */
function notices(packages) {
  const sections = packages.map(
    ({ name, version, license: spdx, text }) =>
      `${'='.repeat(80)}\n${name} ${version} (${spdx})\n\n${text === '' ? `The package names its licence only: ${spdx}.` : text.trim()}\n`,
  );
  return [
    'Sightline contains the following software. Electron and Chromium have notices of their own next to this file.\n',
    ...sections,
  ].join('\n');
}

/**
 * @param {readonly Bundled[]} packages
 * @param {{ readonly name: string, readonly version: string, readonly license: string }} product
 */
function billOfMaterials(packages, product) {
  /** @param {{ name: string, version: string, license: string }} one */
  const component = ({ name, version, license: spdx }, type = Enums.ComponentType.Library) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const made = new Models.Component(type, name, { version, bomRef: purl, purl });
    made.licenses.add(/^[\w.+-]+$/.test(spdx) ? new Models.SpdxLicense(spdx) : new Models.NamedLicense(spdx));
    return made;
  };
  const bom = new Models.Bom();
  bom.metadata.component = component(product, Enums.ComponentType.Application);
  const electron = { name: 'electron', version: electronVersion ?? '', license: 'MIT' };
  for (const one of [electron, ...packages]) {
    const made = component(one);
    bom.components.add(made);
    bom.metadata.component.dependencies.add(made.bomRef);
  }
  return new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, {
    sortLists: true,
    space: 2,
  });
}

const product = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
const packages = await bundledPackages();
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
await writeFile(join(folder, `sightline-${product.version}.cdx.json`), `${billOfMaterials(packages, product)}\n`);
process.stdout.write(`  ${packages.length} packages in the notices and the bill of materials\n`);
