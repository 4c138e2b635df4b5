import { linkLostAfterMs } from '../../../../electron/domain/link.ts';
import { bandCelsius } from '../../../../electron/domain/preset.ts';
import { flowOf, type Happened, type Promised } from './happened.ts';

const inBandGrew = ({ before, after }: Happened): boolean => after.clocks.inBandMs > before.clocks.inBandMs;

/** What the protocol promises of time, dose and volumes, and of numbers at all. */
export const clockPromises: readonly Promised[] = [
  {
    says: 'session time never goes back',
    kept: ({ before, after }) => after.nowMs >= before.nowMs,
  },
  {
    says: 'time in band never exceeds time elapsed, and no clock ever goes back',
    kept: ({ before, after }) =>
      after.clocks.inBandMs <= after.clocks.elapsedMs &&
      after.clocks.inBandMs >= before.clocks.inBandMs &&
      after.clocks.elapsedMs >= before.clocks.elapsedMs &&
      after.clocks.drugMs >= before.clocks.drugMs,
  },
  {
    says: 'time in band is never counted but in treatment, and never faster than time goes',
    kept: (happened) =>
      !inBandGrew(happened) ||
      (happened.before.phase === 'treatment' &&
        happened.after.clocks.inBandMs - happened.before.clocks.inBandMs <=
          happened.after.nowMs - happened.before.nowMs),
  },
  {
    says: 'time without fresh telemetry is never counted as in band',
    kept: (happened) =>
      !inBandGrew(happened) || (happened.event.type === 'tick' && happened.event.telemetry !== null),
  },
  {
    says: 'a gap as long as a lost link is never counted as in band',
    kept: (happened) =>
      !inBandGrew(happened) || happened.after.nowMs - happened.before.nowMs <= linkLostAfterMs,
  },
  {
    says: 'time is never counted as in band while paused or stopped',
    kept: (happened) => !inBandGrew(happened) || !happened.memory.paused,
  },
  {
    says: 'time is never counted as in band with the link down',
    kept: (happened) => !inBandGrew(happened) || happened.memory.linkUp,
  },
  {
    says: 'time is never counted as in band with less than half the set flow going round',
    kept: (happened) => {
      if (!inBandGrew(happened)) return true;
      const { after } = happened;
      const set = after.setFlowMlPerMin;
      return after.telemetry?.inForce.mode === 'circulate' && flowOf(after) >= 0.5 * set - 1e-9;
    },
  },
  {
    says: 'time is never counted as in band with the control temperature out of band or unknown',
    kept: (happened) => {
      if (!inBandGrew(happened)) return true;
      const { control, preset } = happened.after;
      const { value } = control.celsius;
      return value !== null && Math.abs(value - preset.targetCelsius) <= bandCelsius + 1e-9;
    },
  },
  {
    says: 'a clock in band that stands says why, and one that runs has no reason to stand',
    kept: ({ before, event, after }) => {
      const counts = after.clocks.inBandMs > before.clocks.inBandMs;
      if (event.type !== 'tick' || before.phase !== 'treatment') return true;
      return !counts || after.clocks.stop === null || after.phase !== 'treatment';
    },
  },
  {
    says: 'a gap in treatment is told as a lost link',
    kept: ({ before, event, after, events }) => {
      const judged = event.type === 'tick' && before.phase === 'treatment' && after.phase === 'treatment';
      if (!judged || after.nowMs - before.nowMs <= linkLostAfterMs) return true;
      const told = events.some(({ type }) => type === 'in-band-clock');
      return after.clocks.stop === 'link-lost' && (told || before.clocks.stop === 'link-lost');
    },
  },
  {
    says: 'in treatment, elapsed is the time since it was started, whatever happened meanwhile',
    kept: ({ after: { phase, clocks, nowMs } }) =>
      phase !== 'treatment' || Math.abs(clocks.elapsedMs - (nowMs - (clocks.startedMs ?? 0))) < 1e-6,
  },
  {
    says: 'the drug clock runs without a pause from first contact to the end of drain',
    kept: ({ after: { clocks, nowMs } }) =>
      clocks.drugFromMs === null ||
      clocks.drugEnded ||
      Math.abs(clocks.drugMs - (nowMs - clocks.drugFromMs)) < 1e-6,
  },
  {
    says: 'thermal dose and pumped volumes only grow',
    kept: ({ before, after }) =>
      after.cem43Minutes.every((dose, probe) => dose >= (before.cem43Minutes[probe] ?? 0)) &&
      after.volumes.inMl >= before.volumes.inMl &&
      after.volumes.outMl >= before.volumes.outMl,
  },
  {
    says: 'the control temperature lies among the believed readings of its site: no missing or outvoted probe enters it',
    kept: ({ after }) => {
      const { site, celsius } = after.control;
      if (celsius.value === null) return true;
      const believed = after.probesCelsius
        .filter((_, probe) => atSite(after.sites[probe], site))
        .flatMap(({ value }) => (value === null ? [] : [value]));
      const [low, high] = [Math.min(...believed), Math.max(...believed)];
      // A cavity probe left alone is corrected by what it was learnt to differ, at most 0.3 K.
      const room = site === 'cavity' ? 0.3 + 1e-9 : 1e-9;
      return celsius.value >= low - room && celsius.value <= high + room;
    },
  },
  {
    says: 'a probe without a value on the wire has none in the console',
    kept: ({ event, after }) => {
      if (event.type !== 'tick' || event.telemetry === null) return true;
      return event.telemetry.probesCelsius.every(
        (raw, probe) => raw.value !== null || after.probesCelsius[probe]?.value === null,
      );
    },
  },
  {
    says: 'every number of the state is finite',
    kept: ({ after, before }) => finite(after, before),
  },
];

const atSite = (probe: string | undefined, site: string): boolean =>
  site === 'cavity' ? probe === 'cavity-upper' || probe === 'cavity-lower' : probe === site;

/** Deep, but for what is still the very thing it was: that has been looked at. */
function finite(value: unknown, before: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null || value === before) return true;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).every(Number.isFinite);
  const was = (typeof before === 'object' ? before : null) as Record<string, unknown> | null;
  const is = value as Record<string, unknown>;
  for (const key of Object.keys(is)) if (!finite(is[key], was?.[key])) return false;
  return true;
}
