import fc from 'fast-check';
import { runSeed } from './run-seed';

// Every property begins from the run's seed; what fails is printed with its own.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: runSeed });
