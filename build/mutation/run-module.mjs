/** Runs Stryker for one module in a process of its own: `run-module.mjs NAME [force]`. Only `npm run mutation` starts it. */
import { Stryker } from '@stryker-mutator/core';
import { mutatedModules } from './modules.mjs';
import { strykerOptions } from './options.mjs';

const [name = '', force] = process.argv.slice(2);
const module = mutatedModules[name];
if (!module) throw new Error(`no mutated module is called ${name}`);
process.env['SIGHTLINE_MUTATED'] = name;
await new Stryker({ ...strykerOptions(name, module), force: force === 'force' }).runMutationTest();
