import { interlocksIn } from '../domain/circuit.ts';
import type { Reading } from '../domain/reading.ts';
import type { Sample, SampleCommand } from '../domain/sample.ts';
import type { JournalHeader } from '../record/messages.ts';
import { wallTime } from './wall-time.ts';

/** Who opens it: a program, or a person in a spreadsheet. */
export type CsvUse = 'programs' | 'spreadsheets';

/** A cell: text, number, yes or no, or nothing. */
type Cell = string | number | boolean | null;
interface Column {
  readonly name: string;
  readonly of: (sample: Sample) => Cell;
}
interface ReadingColumn {
  readonly name: string;
  readonly of: (sample: Sample) => Reading | undefined;
}

const commandColumns = (prefix: string, of: (sample: Sample) => SampleCommand | null): Column[] => [
  { name: `${prefix}_mode`, of: (sample) => of(sample)?.mode ?? null },
  { name: `${prefix}_heater_enable`, of: (sample) => of(sample)?.heaterEnable ?? null },
  { name: `${prefix}_pump_enable`, of: (sample) => of(sample)?.pumpEnable ?? null },
  { name: `${prefix}_inflow_setpoint_celsius`, of: (sample) => of(sample)?.inflowSetpointCelsius ?? null },
  { name: `${prefix}_flow_setpoint_ml_per_min`, of: (sample) => of(sample)?.flowSetpointMlPerMin ?? null },
];

/** A rescue record does not know where the probes lie. */
const probeNames = (header: JournalHeader): string[] =>
  'kind' in header
    ? [1, 2, 3, 4].map((probe) => `t${probe}_celsius`)
    : header.case.probeSites.map((site, probe) => `t${probe + 1}_${site.replace('-', '_')}_celsius`);

const readingColumns = (header: JournalHeader): ReadingColumn[] => [
  ...probeNames(header).map((name, probe) => ({ name, of: (sample: Sample) => sample.probesCelsius[probe] })),
  { name: 'core_celsius', of: (sample) => sample.coreCelsius },
  { name: 'control_celsius', of: (sample) => sample.controlCelsius },
  { name: 'flow_ml_per_min', of: (sample) => sample.flowMlPerMin },
  { name: 'outflow_ml_per_min', of: (sample) => sample.outflowMlPerMin },
  { name: 'inflow_line_pressure_mmhg', of: (sample) => sample.inflowLinePressureMmHg },
  { name: 'cavity_pressure_mmhg', of: (sample) => sample.cavityPressureMmHg },
  { name: 'reservoir_ml', of: (sample) => sample.reservoirMl },
  { name: 'heater_power_percent', of: (sample) => sample.heaterPowerPercent },
  { name: 'pump_speed_rpm', of: (sample) => sample.pumpSpeedRpm },
];

/** Which time of day stands where: a spreadsheet takes a time with its zone for text. */
interface TimeColumns {
  readonly first: readonly Column[];
  readonly last: readonly Column[];
}
function timeColumns(header: JournalHeader, use: CsvUse): TimeColumns {
  const time = wallTime(header);
  if (use === 'programs')
    return {
      first: [{ name: 'wall_time_utc', of: ({ wallMs }) => new Date(wallMs).toISOString() }],
      last: [{ name: 'wall_time', of: ({ wallMs }) => time.iso(wallMs) }],
    };
  return {
    first: [
      { name: 'local_time', of: ({ wallMs }) => time.iso(wallMs).slice(0, 23).replace('T', ' ') },
      {
        name: 'utc_offset',
        of: ({ wallMs }) =>
          time
            .iso(wallMs)
            .slice(23)
            .replace(/^(?=.)/, 'UTC'),
      },
    ],
    last: [],
  };
}

/** Every column, left to right: measured, estimated, requested, in force, and why a cell is empty. */
function columnsOf(header: JournalHeader, use: CsvUse): Column[] {
  const readings = readingColumns(header);
  const times = timeColumns(header, use);
  return [
    { name: 'session_seconds', of: (sample) => sample.sessionMs / 1000 },
    ...times.first,
    { name: 'phase', of: (sample) => sample.phase },
    ...readings.map(({ name, of }) => ({ name, of: (sample: Sample) => of(sample)?.value ?? null })),
    {
      name: 'kind' in header ? 'cavity_volume_change_ml' : 'cavity_volume_estimated_ml',
      of: (sample) => sample.cavityVolumeMl,
    },
    ...commandColumns('requested', (sample) => sample.requested),
    ...commandColumns('in_force', (sample) => sample.inForce),
    {
      name: 'interlocks',
      of: ({ interlockBits }) => (interlockBits === null ? null : interlocksIn(interlockBits).join(' ')),
    },
    { name: 'in_band_clock', of: (sample) => sample.inBand },
    { name: 'missing', of: (sample) => missingOf(readings, sample) },
    ...times.last,
  ];
}

/** "t3_cavity_upper_celsius=open in_force=no-telemetry" */
function missingOf(readings: readonly ReadingColumn[], sample: Sample): string {
  const reasons: string[] = [];
  for (const { name, of } of readings) {
    const reason = of(sample)?.missing;
    if (reason) reasons.push(`${name}=${reason}`);
  }
  if (sample.requested === null) reasons.push('requested=nothing-written');
  if (sample.inForce === null) reasons.push('in_force=no-telemetry');
  return reasons.join(' ');
}

function cellText(cell: Cell, use: CsvUse): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return String(Math.round(cell * 1000) / 1000);
  return quoted(use === 'spreadsheets' ? noFormula(cell) : cell);
}

/** A text as a cell of RFC 4180. */
export const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** What a spreadsheet would reckon out stays text behind an apostrophe; numbers never come here. */
const noFormula = (text: string): string => text.replace(/^(?=[=+\-@\t\r])/, "'");

/** By which a spreadsheet knows UTF-8, and over which a program stumbles. */
const byteOrderMark = '\ufeff';

export interface SampleLines {
  readonly head: string;
  readonly line: (sample: Sample) => string;
}

/**
 * `samples.csv` by RFC 4180: a head, then one line a sample, each ended by CR LF; a missing value is an empty cell. For
 * spreadsheets it begins with a byte order mark, the time of day is local and without its zone, the zone's offset a
 * column of its own, and no text is a formula.
 */
export function sampleLines(header: JournalHeader, use: CsvUse = 'programs'): SampleLines {
  const columns = columnsOf(header, use);
  const mark = use === 'spreadsheets' ? byteOrderMark : '';
  return {
    head: `${mark}${columns.map(({ name }) => name).join(',')}\r\n`,
    line: (sample) => `${columns.map(({ of }) => cellText(of(sample), use)).join(',')}\r\n`,
  };
}
