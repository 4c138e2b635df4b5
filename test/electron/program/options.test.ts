import { describe, expect, it } from 'vitest';
import { type Options, parseOptions, usage } from '../../../electron/program/options.ts';

const parsed = (...args: string[]): Options => {
  const result = parseOptions(args);
  if (!result.ok) throw new Error(result.problem);
  return result.options;
};
const problemOf = (...args: string[]): string => {
  const result = parseOptions(args);
  return result.ok ? '' : result.problem;
};

describe('the command line', () => {
  it('without arguments: a window on the simulated rig at real time, with a person at the controls', () => {
    expect(parsed()).toEqual({
      headless: false,
      demo: false,
      rig: null,
      siteFile: null,
      preset: null,
      operator: 'manual',
      caseFile: null,
      speed: 1,
      scenarioFile: null,
      seed: null,
      out: null,
      report: null,
      reportTo: null,
      recover: null,
      language: null,
    });
  });

  it('with all of them', () => {
    expect(
      parsed(
        ...['--headless', '--rig', 'simulator', '--preset', '43.0 °C × 30 min', '--operator', 'auto'],
        ...[
          '--case',
          'case.json',
          '--site',
          'ward.json',
          '--speed',
          '200',
          '--scenario',
          'air.json',
          '--seed',
          '7',
          '--out',
          'out/run',
          '--language',
          'zh',
        ],
      ),
    ).toEqual({
      headless: true,
      demo: false,
      rig: { kind: 'simulator' },
      siteFile: 'ward.json',
      preset: '43.0 °C × 30 min',
      operator: 'auto',
      caseFile: 'case.json',
      speed: 200,
      scenarioFile: 'air.json',
      seed: 7,
      out: 'out/run',
      report: null,
      reportTo: null,
      recover: null,
      language: 'zh',
    });
  });

  it('for a rig on a serial port', () => {
    expect(parsed('--rig', 'serial:/dev/ttyUSB0').rig).toMatchObject({
      kind: 'serial',
      serial: { address: { usb: null, path: '/dev/ttyUSB0' }, deadlineMs: 60 },
    });
    expect(parsed('--rig=serial:COM3?deadlineMs=200&dtr=off').rig).toMatchObject({
      serial: { address: { usb: null, path: 'COM3' }, deadlineMs: 200, settings: { dtr: 'off' } },
    });
    expect(problemOf('--rig', 'serial:/dev/ttyUSB0?deadline=200')).toContain(
      '--rig serial:/dev/ttyUSB0?deadline=200: "deadline" is no setting of a serial port: write baud, ',
    );
  });

  it('for the report of a run that is over', () => {
    expect(parsed('--report', 'runs/7', '--to', 'made', '--language', 'zh')).toMatchObject({
      reportTo: 'made',
      report: 'runs/7',
      language: 'zh',
    });
  });

  it('for the demonstration: fast and by itself, unless told otherwise', () => {
    expect(parsed('--demo')).toMatchObject({ demo: true, operator: 'auto', speed: 200 });
    expect(parsed('--demo', '--speed', '50', '--operator', 'manual')).toMatchObject({
      operator: 'manual',
      speed: 50,
    });
  });
});

describe('a bad argument is told with what to write instead', () => {
  it.each([
    [['--rig', 'usb'], '--rig usb: write "simulator" or "serial:<path>", for example serial:/dev/ttyUSB0'],
    [['--rig', 'serial:'], '--rig serial:: write "simulator" or "serial:<path>"'],
    [['--operator', 'robot'], '--operator robot: write "manual" or "auto"'],
    [['--speed', 'fast'], '--speed fast: write a whole number from 1 to 1000'],
    [['--speed', '0'], '--speed 0: write a whole number from 1 to 1000'],
    [['--speed', '1001'], '--speed 1001: write a whole number from 1 to 1000'],
    [['--speed', '1.5'], '--speed 1.5: write a whole number from 1 to 1000'],
    [['--speed', ''], '--speed is empty: write a value after it, or leave it out'],
    [['--seed', '-1'], '--seed'],
    [['--seed', ''], '--seed is empty: write a value after it, or leave it out'],
    [['--out='], '--out is empty: write a value after it, or leave it out'],
    [['--seed', 'abc'], '--seed abc: write a whole number from 0 to 2147483648'],
    [['--to', 'made'], '--to says where the documents of --report go; for a run, write --out'],
    [['--language', 'fr'], '--language fr: write "en" or "zh"'],
    [
      ['--report', 'x', '--out', 'y'],
      '--out is for a run, and --report makes the report of one that is over',
    ],
    [['--report', 'x', '--demo'], '--demo is for a run'],
    [['--spede', '200'], '--spede'],
    [['--preset'], '--preset'],
    [['--headless=yes'], '--headless'],
    [['treatment'], 'treatment'],
    [
      ['--rig', 'serial:/dev/ttyUSB0', '--speed', '2'],
      '--speed is for the built-in simulator, not for serial:/dev/ttyUSB0',
    ],
    [['--rig', 'serial:/dev/ttyUSB0', '--scenario', 'x.json'], '--scenario is for the built-in simulator'],
    [['--rig', 'serial:/dev/ttyUSB0', '--seed', '1'], '--seed is for the built-in simulator'],
  ])('%j', (args, message) => {
    const problem = problemOf(...args);
    expect(problem).toContain(message);
    expect(problem).toContain(usage);
  });
});

describe('the usage', () => {
  it('names every option there is', () => {
    const known = [
      'headless',
      'demo',
      'rig',
      'preset',
      'operator',
      'case',
      'speed',
      'scenario',
      'seed',
      'out',
      'report',
      'language',
    ];
    for (const option of known) expect(usage).toContain(`--${option}`);
  });
});
