import fc from 'fast-check';

// A gate that tries other inputs each time cannot be trusted when it is red: only `FUZZ=…` looks for new ones.
if (!process.env['FUZZ']) fc.configureGlobal({ seed: 20_261_130 });
