import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOptions } from '../../../electron/program/options.ts';
import { type Preparation, prepare } from '../../../electron/program/prepare.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { eventEntry, header, note } from '../record/example-run.ts';
import { totals } from '../report/small-record.ts';

const asset = (...parts: string[]): string => join(import.meta.dirname, '../../../assets', ...parts);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-prepare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

function prepared(...args: string[]): Preparation {
  const parsed = parseOptions(args);
  if (!parsed.ok) throw new Error(parsed.problem);
  return prepare(parsed.options, asset, folder);
}
const problemOf = (...args: string[]): string => {
  const result = prepared(...args);
  return result.ok ? '' : result.problem;
};

describe('what the command line names', () => {
  it('is read before anything opens: preset, case and scenario', () => {
    const result = prepared(
      '--preset',
      '43.0 °C × 30 min',
      '--scenario',
      asset('scenarios', 'air-in-line.json'),
    );
    expect(result).toMatchObject({
      ok: true,
      prepared: { preset: { minutes: 30 }, draftCase: null, out: null },
    });
  });

  it('brings the demonstration case where nobody is there to enter one', () => {
    expect(prepared('--operator', 'auto')).toMatchObject({
      prepared: { draftCase: { perfusionist: 'Perfusionist' } },
    });
  });

  it.each(['43.0 °C × 60 min, ward', '43.0 °C × 60 min, bladder'])(
    'brings the set of the card, %s: line probes only, on a rig that has no other',
    (card) => {
      const found = prepared('--operator', 'auto', '--preset', card);
      expect(found).toMatchObject({
        prepared: {
          draftCase: { setting: 'percutaneous', probeSites: ['inflow', 'outflow', 'not-used', 'not-used'] },
          scenario: { rig: { serialNumber: 'SIM-WARD-01', fittedProbes: [1, 2] } },
          scenarioIsGiven: false,
        },
      });
    },
  );

  it('a scenario that is given says what rig there is, and the case of the demonstration stays', () => {
    const ward = ['--operator', 'auto', '--preset', '43.0 °C × 60 min, ward'];
    expect(prepared(...ward, '--scenario', asset('scenarios', 'air-in-line.json'))).toMatchObject({
      prepared: {
        draftCase: { setting: 'intra-operative', coreSite: 'oesophagus' },
        scenario: { rig: { serialNumber: 'SIM-0001', fittedProbes: [1, 2, 3, 4] } },
        scenarioIsGiven: true,
      },
    });
  });

  it('a case that is given stays as it is, whatever the card', () => {
    const given = ['--operator', 'auto', '--case', asset('demo-case.json')];
    expect(prepared(...given, '--preset', '43.0 °C × 60 min, ward')).toMatchObject({
      prepared: { draftCase: { setting: 'intra-operative', coreSite: 'oesophagus' } },
    });
  });

  it('a scenario with a typo is told by file and word', () => {
    const path = join(folder, 'typo.json');
    writeFileSync(path, JSON.stringify({ events: [{ at: 10, fault: 'air-in-lien' }] }));
    const problem = problemOf('--scenario', path);
    expect(problem).toContain(path);
    expect(problem).toContain('air-in-lien');
    expect(problem).toContain('air-in-line');
  });

  it('a scenario that is not there is told by path', () => {
    expect(problemOf('--scenario', join(folder, 'none.json'))).toMatch(
      /none\.json: cannot be read .*Check the file/,
    );
  });

  it('a folder that holds a run already is taken and left as it is', () => {
    const journal = join(folder, 'journal.sqlite');
    writeFileSync(journal, 'a run');
    expect(prepared('--out', folder)).toMatchObject({ ok: true, prepared: { out: folder } });
    expect(readFileSync(journal, 'utf8')).toBe('a run');
  });

  it('a folder that cannot be made is refused', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(problemOf('--out', join(folder, 'file', 'run'))).toMatch(/cannot be made .*Choose another folder/);
  });
});

/** A run of the example in `folder/parts`; `over`: it has its end. */
function run(over: boolean, ...parts: string[]): string {
  const path = join(folder, ...parts);
  mkdirSync(path, { recursive: true });
  const writer = openWriter(join(path, 'journal.sqlite'), header);
  const at = { sessionMs: 0, wallMs: header.startedWallMs };
  writer.write([eventEntry({ seq: 1, ...at, event: note('begun') })], true);
  if (over)
    writer.write(
      [eventEntry({ seq: 2, ...at, event: { type: 'run-ended', outcome: 'completed', summary: totals } })],
      true,
    );
  writer.close();
  return path;
}
const auto = ['--operator', 'auto'];
const lostOf = (...args: string[]): readonly string[] => {
  const result = prepared(...args);
  if (!result.ok) throw new Error(result.problem);
  return result.prepared.lost.map((one) => one.folder);
};
const noticesOf = (...args: string[]): readonly string[] => {
  const result = prepared(...args);
  return result.ok ? result.prepared.notices : [result.problem];
};
const leftOpen = (path: string) =>
  `run ${header.runId} was left open in ${path}. Say what becomes of it with --recover take-up, drain or end.`;

describe('a run that a lost console left open', () => {
  it.each([[[]], [['kept']]])('is refused by name, unattended, in --out and beneath: %j', (parts) => {
    const path = run(false, 'out', ...parts);
    expect(problemOf(...auto, '--out', join(folder, 'out'))).toBe(leftOpen(path));
  });

  it('is refused by name, unattended, where runs go by themselves', () => {
    const path = run(false, 'runs', 'kept');
    expect(problemOf(...auto)).toBe(leftOpen(path));
    expect(lostOf(...auto, '--recover', 'end')).toEqual([path]);
  });

  it.each(['take-up', 'drain', 'end'])(
    'is found for --recover %s, and its folder is gone on with',
    (choice) => {
      const path = run(false, 'out');
      const result = prepared(...auto, '--out', path, '--recover', choice);
      expect(result).toMatchObject({ ok: true, prepared: { out: path, options: { recover: choice } } });
      expect(lostOf(...auto, '--out', path, '--recover', choice)).toEqual([path]);
      run(true, 'out', 'over');
      expect(lostOf(...auto, '--out', path, '--recover', choice)).toEqual([path]);
    },
  );

  it('is one of those in --out only: --recover with none there is refused, whatever is elsewhere', () => {
    run(false, 'runs', 'kept');
    run(true, 'out', 'over');
    const out = join(folder, 'out');
    expect(problemOf(...auto, '--out', out, '--recover', 'take-up')).toBe(
      `--recover take-up: no run was left open in ${out}.`,
    );
  });

  it('elsewhere is passed over, unattended, and that is said with its name and what to do', () => {
    const path = run(false, 'runs', 'kept');
    const notice =
      `Run ${header.runId} was left open in ${path} and is passed over: this start writes elsewhere. ` +
      'To take it up, drain or end it, start without --operator auto.';
    expect(noticesOf(...auto, '--out', join(folder, 'out'))).toEqual([notice]);
    expect(lostOf(...auto, '--out', join(folder, 'out'))).toEqual([]);
    expect(noticesOf('--out', join(folder, 'out'))).toEqual([]);
  });

  it('is shown to a person, from --out and from the folder of runs', () => {
    const paths = [run(false, 'runs', 'kept'), run(false, 'out', 'beneath')];
    expect(lostOf('--out', join(folder, 'out')).toSorted()).toEqual(paths.toSorted());
  });

  it('that cannot be read is named', () => {
    mkdirSync(join(folder, 'runs', 'torn'), { recursive: true });
    const path = join(folder, 'runs', 'torn', 'journal.sqlite');
    writeFileSync(path, 'torn');
    for (const args of [[], auto, [...auto, '--out', join(folder, 'out')]])
      expect(noticesOf(...args)).toEqual([expect.stringContaining(path)]);
  });
});
