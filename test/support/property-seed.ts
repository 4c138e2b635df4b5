import fc from 'fast-check';

/**
 * The same properties are tried on the same cases in every run, so that a run says something of the change it is of.
 * `PROPERTY_SEED=<whole number>` tries other cases; what it finds becomes a test of its own.
 */
const given = process.env.PROPERTY_SEED ?? '8';
const seed = Number(given);
if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED must be a whole number, but is "${given}".`);
fc.configureGlobal({ seed });
