import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chartFiles } from '../../../electron/documents/chart-files.ts';
import { signedInActor } from '../../../electron/domain/actor.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { DocumentMaker } from '../../../electron/program/document-maker.ts';
import { Sealing } from '../../../electron/program/sealing.ts';

const golden = join(import.meta.dirname, '../record/golden/journal-1.sqlite');
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-maker-'));
  mkdirSync(join(folder, 'run'));
  mkdirSync(join(folder, 'hospital'));
  path = join(folder, 'run', 'journal.sqlite');
  copyFileSync(golden, path);
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

function maker(reportFolder: () => string = () => '') {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const sealing = new Sealing({ dataFolder: join(folder, 'data'), secrets: null, clock: systemClock, say });
  const documents = new DocumentMaker({
    around: {
      say,
      printPdf: async (html) => new TextEncoder().encode(`%PDF-1.4 ${html.length}`),
      makeChartFiles: async ({ folder: into, known }) => {
        for (const { name } of chartFiles) writeFileSync(join(into, name), JSON.stringify(known));
        return [];
      },
      fontSheets: [],
      clock: systemClock,
    },
    sealing,
    language: () => 'en',
    reportFolder,
  });
  return { documents, sealing, said };
}
const run = () => join(folder, 'run');
const hospital = () => join(folder, 'hospital');
const performer = signedInActor({ id: 'p', name: 'Example Perfusionist', role: 'perfusionist' });
const signed = { type: 'signature', meaning: 'performed' } as const;
const known = (within: string) => JSON.parse(readFileSync(join(within, 'session.json'), 'utf8'));
const check = (within: string, sums: string) => spawnSync('sha256sum', ['-c', sums], { cwd: within }).status;

describe('a run that ends', () => {
  it('is sealed, and its documents, which nobody has signed, lie beside it and go nowhere', async () => {
    const { documents, said } = maker(hospital);
    const files = await documents.of(path, null, 'completed');
    expect(files).toMatchObject({ folder: run(), problem: null });
    expect(said.at(-1)).toBe(`Run completed. Report and data are in ${run()}`);
    const sha256 = readFileSync(join(run(), 'SHA256SUMS'), 'utf8').slice(0, 64);
    expect(known(run())).toEqual({
      status: 'preliminary',
      addenda: [],
      recordSha256: sha256,
      language: 'en',
    });
    expect(check(run(), 'SHA256SUMS')).toBe(0);
    expect(check(run(), 'SHA256SUMS.documents')).toBe(0);
    expect(readFileSync(join(run(), 'SHA256SUMS.documents'), 'utf8')).toMatch(/session\.json/);
    expect(statSync(path).mode & 0o222).toBe(0);
    expect(readdirSync(hospital())).toEqual([]);
  });

  it('keeps its documents where it cannot be sealed, and that is said', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'console-key'), 'nonsense\n');
    const { documents } = maker();
    const files = await documents.of(path, null, 'completed');
    expect(files.problem).toMatch(
      /console-key: it is no key of a console\. Records are not sealed until then/,
    );
    expect(files.report).toBe(join(run(), 'report.pdf'));
    expect(known(run()).recordSha256).toBeNull();
    expect(existsSync(join(run(), 'SHA256SUMS'))).toBe(false);
  });

  it('of which something is not on disk is not sealed', async () => {
    const files = await maker().documents.of(path, 'the disk is full', 'completed');
    expect(files.problem).toBe('the disk is full');
    expect(existsSync(join(run(), 'SHA256SUMS'))).toBe(false);
  });
});

describe('a record that is signed', () => {
  it('has documents of their own, copied where the site wanted them at that moment', async () => {
    let wanted = hospital();
    const { documents, sealing } = maker(() => wanted);
    await documents.of(path, null, 'completed');
    expect(await sealing.add(run(), performer, signed)).toEqual({ ok: true });
    const making = documents.issue(path, 'run-1', false);
    wanted = join(folder, 'elsewhere');
    const files = await making;
    expect(files).toMatchObject({ folder: join(run(), 'final-1'), problem: null });
    expect(known(files.folder)).toMatchObject({
      status: 'final',
      addenda: [{ number: 1, said: signed, by: performer }],
    });
    expect(check(files.folder, 'SHA256SUMS.documents')).toBe(0);
    expect(readdirSync(join(hospital(), 'run-1-final-1'))).toEqual(readdirSync(files.folder));
    await sealing.add(run(), performer, { type: 'note', text: 'Seen on the ward' });
    expect((await documents.issue(path, 'run-1', false)).folder).toBe(join(run(), 'amended-2'));
    expect(known(run()).status).toBe('preliminary');
  });

  it('waits for a second person where the site wants one', async () => {
    const { documents, sealing } = maker();
    await documents.of(path, null, 'completed');
    await sealing.add(run(), performer, signed);
    expect((await documents.issue(path, 'run-1', true)).folder).toBe(run());
  });
});

it('what nobody has signed leaves on somebody’s word', async () => {
  const { documents, sealing } = maker(hospital);
  await documents.of(path, null, 'completed');
  await sealing.add(run(), performer, { type: 'released-unsigned', reason: 'Transfer tonight' });
  expect(await documents.issue(path, 'run-1', false)).toMatchObject({ folder: run(), problem: null });
  expect(known(join(hospital(), 'run-1')).status).toBe('preliminary');
});

it('what stands in the way of the copy is told, and the folder of the run keeps everything', async () => {
  const { documents, sealing, said } = maker(() => join(folder, 'gone'));
  await documents.of(path, null, 'completed');
  await sealing.add(run(), performer, signed);
  const files = await documents.issue(path, 'run-1', false);
  expect(files.problem).toMatch(
    /were not copied to .*gone.*run-1-final-1: the folder is not there\. They are in /,
  );
  expect(said.at(-1)).toBe(files.problem);
  expect(files.report).toBe(join(run(), 'final-1', 'report.pdf'));
});
