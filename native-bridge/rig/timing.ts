import { type SerialSettings, wireMs } from '../transport/serial-settings.ts';
import { commandCount, telemetryCount } from './map.ts';

/** How long an exchange may take, ms, at 115 200 Bd (docs/link.md). */
export const defaultDeadlineMs = 60;
/** What can be set, ms. At most: two replies lost in a row still lose no link (1 s), however slow the rig (chosen). */
export const shortestDeadlineMs = 20;
export const longestDeadlineMs = 250;

/**
 * How long a port is kept open and asked again while nobody answers, ms (chosen: controllers that reboot when their
 * port opens were seen to need 0.8 to 3 s), and what can be set.
 */
export const defaultBootMs = 3_000;
export const longestBootMs = 30_000;

/** A rig has this long to answer, at every speed what it has within 60 ms at 115 200 Bd, ms. */
const answerMs = 50;
/** Less than this is no time to answer in, ms (chosen). */
const leastAnswerMs = 5;

/** Request and reply of function 23: unit, function, addresses, counts and CRC around the registers. */
const exchangeBytes = 13 + 2 * commandCount + (5 + 2 * telemetryCount);

/** What request and reply take on the wire, ms. */
export const exchangeOnWireMs = (settings: SerialSettings): number => wireMs(settings, exchangeBytes);

/** The deadline where none is set: longer at a slower speed. */
export const usualDeadlineMs = (settings: SerialSettings): number =>
  Math.max(defaultDeadlineMs, Math.ceil(exchangeOnWireMs(settings) + answerMs));

/** The shortest deadline that leaves a rig any time at this speed, ms. */
export const leastDeadlineMs = (settings: SerialSettings): number =>
  Math.max(shortestDeadlineMs, Math.ceil(exchangeOnWireMs(settings) + leastAnswerMs));
