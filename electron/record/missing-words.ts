import type { Dropped } from './outbox.ts';

interface Unwritten {
  readonly samples: number;
  readonly events: number;
  /** Time of the run of the first; `null`: there is none. */
  readonly fromMs: number | null;
}

/** What is not in the record, how much and from when; "" where nothing is missing. */
export function missingWords(unwritten: Unwritten, dropped: Dropped | null): string {
  const { fromMs } = unwritten;
  const missing =
    fromMs === null
      ? ''
      : `Not known to be written: ${amount(unwritten)}, from ${runTime(fromMs)} of the run on.`;
  const before =
    dropped === null
      ? ''
      : `Dropped because the disk took nothing for too long: ${amount(dropped)}, ` +
        `from ${runTime(dropped.fromMs)} to ${runTime(dropped.toMs)} of the run.`;
  return [before, missing].filter((text) => text !== '').join(' ');
}

export const byOtherMeans = 'Note by other means what the screen shows of it.';

const amount = ({ samples, events }: { samples: number; events: number }): string =>
  [
    ...(events > 0 ? [`${events} ${events === 1 ? 'event' : 'events'}`] : []),
    ...(samples > 0 ? [`${samples} ${samples === 1 ? 'sample' : 'samples'}`] : []),
  ].join(' and ');

/** `1:02:03` since the run began. */
function runTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
