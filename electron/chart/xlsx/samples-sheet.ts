import { interlocksIn } from '../../domain/circuit.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Sample } from '../../domain/sample.ts';
import { type Cell, rounded } from './cell.ts';
import { medium, momentCells, momentColumns, narrow, type SheetInput, wide } from './sheet-input.ts';
import type { Sheet } from './workbook.ts';

interface ReadingColumn {
  readonly head: string;
  readonly of: (sample: Sample) => Reading | undefined;
}

function readingColumns({ header, names, own: { head } }: SheetInput): readonly ReadingColumn[] {
  const probes = header.case.probeSites.map((site, probe) => ({
    head: `T${probe + 1} ${names.probeSite[site]}, °C`,
    of: ({ probesCelsius }: Sample) => probesCelsius[probe],
  }));
  return [
    ...probes,
    { head: head.core, of: ({ coreCelsius }) => coreCelsius },
    { head: head.control, of: ({ controlCelsius }) => controlCelsius },
    { head: head.flow, of: ({ flowMlPerMin }) => flowMlPerMin },
    { head: head.outflow, of: ({ outflowMlPerMin }) => outflowMlPerMin },
    { head: head.linePressure, of: ({ inflowLinePressureMmHg }) => inflowLinePressureMmHg },
    { head: head.cavityPressure, of: ({ cavityPressureMmHg }) => cavityPressureMmHg },
    { head: head.reservoir, of: ({ reservoirMl }) => reservoirMl },
    { head: head.heater, of: ({ heaterPowerPercent }) => heaterPowerPercent },
    { head: head.pump, of: ({ pumpSpeedRpm }) => pumpSpeedRpm },
  ];
}

/** The first sample of every second of session time as it is on record: nothing is averaged, and a gap has no rows. */
export function samplesSheet(input: SheetInput): Sheet {
  const { own } = input;
  const { head } = own;
  const readings = readingColumns(input);
  return {
    name: own.sheet.samples,
    columns: [
      ...momentColumns(input),
      narrow(head.phase),
      ...readings.map((one) => narrow(one.head)),
      narrow(head.cavityVolume),
      narrow(head.requested),
      narrow(head.requestedHeater),
      narrow(head.requestedInflow),
      narrow(head.requestedFlow),
      narrow(head.inForce),
      medium(head.interlocks),
      narrow(head.inBand),
      wide(head.missing),
    ],
    rows: rowsOf(input, readings),
  };
}

function* rowsOf(input: SheetInput, readings: readonly ReadingColumn[]): Iterable<readonly Cell[]> {
  const { names, words } = input;
  let lastSecond = -1;
  for (const sample of input.samples()) {
    const second = Math.floor(sample.sessionMs / 1000);
    if (second === lastSecond) continue;
    lastSecond = second;
    const { requested, inForce, interlockBits } = sample;
    yield [
      ...momentCells(input, sample),
      names.phase[sample.phase],
      ...readings.map(({ of }) => rounded(of(sample)?.value ?? null)),
      rounded(sample.cavityVolumeMl),
      requested && names.circuitMode[requested.mode],
      requested === null ? null : requested.heaterEnable,
      requested && rounded(requested.inflowSetpointCelsius),
      requested && rounded(requested.flowSetpointMlPerMin),
      inForce && names.circuitMode[inForce.mode],
      interlocksIn(interlockBits ?? 0)
        .map((one) => names.interlock[one])
        .join(words.semicolon),
      sample.inBand,
      missingOf(input, readings, sample),
    ];
  }
}

function missingOf(
  { names, words, own }: SheetInput,
  readings: readonly ReadingColumn[],
  sample: Sample,
): string {
  const reasons = readings.flatMap(({ head, of }) => {
    const missing = of(sample)?.missing ?? null;
    return missing === null ? [] : [`${head}${words.colon}${names.missing[missing]}`];
  });
  if (sample.requested === null) reasons.push(`${own.head.requested}${words.colon}${own.nothingWritten}`);
  if (sample.inForce === null)
    reasons.push(`${own.head.inForce}${words.colon}${names.missing['no-telemetry']}`);
  return reasons.join(words.semicolon);
}
