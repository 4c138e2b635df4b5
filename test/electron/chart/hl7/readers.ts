import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { HL7Message, type HL7Segment } from 'hl7v2';
import { hl7Report } from '../../../../electron/chart/hl7/hl7-report.ts';

const python = '/usr/bin/python3';
export const isPythonReaderThere = spawnSync(python, ['-c', 'import hl7']).status === 0;
const script = fileURLToPath(new URL('read_message.py', import.meta.url));

function run(bytes: Uint8Array, ...args: readonly string[]): Buffer {
  const { stdout, stderr, status } = spawnSync(python, [script, ...args], {
    input: bytes,
    timeout: 60_000,
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
}

/** Fields by their numbers; of each its repetitions, components, subcomponents. */
type Segments = readonly (readonly (readonly (readonly (readonly string[])[])[])[])[];

/** A message as a reader has it, whichever reader. */
export interface ReadMessage {
  /** Of the first segment of that name: "PID-5.1"; "" where there is nothing. */
  readonly at: (path: string) => string;
  /** The same of all segments of that name, in order. */
  readonly all: (path: string) => readonly string[];
  readonly names: readonly string[];
}

/** One OBX as told by either reader. */
export interface ReadValue {
  readonly value: string;
  readonly type: string;
  readonly unit: string;
  readonly status: string;
  readonly at: string;
}

function parsePath(path: string) {
  const [, name = '', field = '0', component = '1', sub = '1'] =
    /^(\w{3})-(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(path) ?? [];
  return { name, field: Number(field), component: Number(component), sub: Number(sub) };
}

/** As python3-hl7 reads it; `encoding` as Python calls it. */
export function readByPython(bytes: Uint8Array, encoding = 'utf-8'): ReadMessage {
  const segments = JSON.parse(run(bytes, encoding).toString()) as Segments;
  const nameOf = (segment: Segments[number]): string => segment[0]?.[0]?.[0]?.[0] ?? '';
  const all = (path: string): string[] => {
    const { name, field, component, sub } = parsePath(path);
    return segments
      .filter((one) => nameOf(one) === name)
      .map((one) => one[field]?.[0]?.[component - 1]?.[sub - 1] ?? '');
  };
  return { all, at: (path) => all(path)[0] ?? '', names: segments.map(nameOf) };
}

/** As the npm package hl7v2 reads it, which finds the character set in MSH-18 itself. */
export function readByNode(bytes: Uint8Array): ReadMessage {
  const message = HL7Message.parse(Buffer.from(bytes));
  const valueIn = (segment: HL7Segment, path: string): string => {
    const { field, component, sub } = parsePath(path);
    const value: unknown = segment.field(field).getValue(component, sub);
    return value === null || value === undefined ? '' : String(value);
  };
  const all = (path: string): string[] =>
    message.segments
      .filter(({ segmentType }) => segmentType === parsePath(path).name)
      .map((one) => valueIn(one, path));
  return {
    all,
    at: (path) => all(path)[0] ?? '',
    names: message.segments.map(({ segmentType }) => segmentType),
  };
}

/** Its values by local code and sub-id, "drug-dose 2". */
export function valuesOf({ all }: ReadMessage): ReadonlyMap<string, ReadValue> {
  const [codes, subs, values] = ['OBX-3', 'OBX-4', 'OBX-5'].map(all);
  const [types, units, statuses, times] = ['OBX-2', 'OBX-6', 'OBX-11', 'OBX-14'].map(all);
  return new Map(
    (codes ?? []).map((code, index) => [
      `${code} ${subs?.[index] ?? ''}`.trim(),
      {
        value: values?.[index] ?? '',
        type: types?.[index] ?? '',
        unit: units?.[index] ?? '',
        status: statuses?.[index] ?? '',
        at: times?.[index] ?? '',
      },
    ]),
  );
}

/** The acknowledgement that python3-hl7 makes of a message. */
export const acknowledgedBy = (bytes: Uint8Array, code: string): Uint8Array =>
  run(bytes, 'utf-8', '--ack', code);

export const utf8 = { charset: 'UNICODE UTF-8' } as const;
export const messageOf = (
  source: Parameters<typeof hl7Report>[0],
  pdf: Uint8Array | null = null,
): Uint8Array => hl7Report(source, pdf, utf8).bytes;
