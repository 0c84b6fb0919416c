import fc from 'fast-check';

// Run before each file of unit tests: a property that names no seed of its own has this one at every
// run, so that what fails once fails again. Any number would do.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_127 });
