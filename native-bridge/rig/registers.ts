/**
 * The register map of the rig, version 1 (docs/link.md), as data, with both directions of each block:
 * the console's (`command-block`, `telemetry-block`, `identification-block`) and the rig's. Pure.
 */
export * from './command-block.ts';
export * from './identification-block.ts';
export * from './map.ts';
export * from './telemetry-block.ts';
