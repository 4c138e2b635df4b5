/** Addresses (0-based, as on the wire), sizes and limits of map version 1; docs/link.md is their source. */
export const mapVersion = 1;
export const rigUnit = 1;

export const commandAddress = 0x0000;
export const commandCount = 10;
export const telemetryAddress = 0x0100;
export const telemetryCount = 26;
export const identificationAddress = 0x0200;
export const identificationCount = 24;

/** Limits of the command block; a block outside them is refused whole with exception 3. */
export const setpointLowestCelsius = 20.0;
export const setpointHighestCelsius = 46.0;
/** The set-point stays at least this far below the inflow limit. */
export const setpointBelowLimitCelsius = 0.5;
export const limitLowestCelsius = 30.0;
export const limitHighestCelsius = 47.0;
/** The rig's own inflow limit; the lower of this and register 5 counts. */
export const rigInflowLimitCelsius = 47.0;
export const watchdogLowestMs = 500;
export const watchdogHighestMs = 5000;

/** "No value": unsigned and signed registers. */
export const noValue = 0xffff;
export const noSignedValue = 0x8000;

/** Advance of a scaled simulated rig's time for each fresh heartbeat, ms. */
export const scaledStepMs = 100;

export const serialNumberBytes = 16;
export const firmwareBytes = 8;
