/** What is wrong with the trace from hazards over controls to tests, each in a sentence. Pure. */
import type { Control, HazardFile } from '../../build/docs/safety/schema.ts';
import { fileOf, hasTest, isRun, type TestFile } from './test-ids.ts';

/** What the hazard file speaks of. */
export interface World {
  readonly alarms: readonly string[];
  /** Whether the repository has that file. */
  readonly has: (path: string) => boolean;
  /** A test file; `null`: there is none. */
  readonly testFile: (path: string) => TestFile | null;
}

export function problems(file: HazardFile, world: World): string[] {
  const { hazards, controls, requirements, weaknesses } = file;
  const known = [hazards, controls, requirements, weaknesses].flat().map(({ id }) => id);
  const named = [
    ...hazards.flatMap((one) => one.controls.map((id) => [one.id, id])),
    ...controls.flatMap((one) => one.fulfils.map((id) => [one.id, id])),
    ...weaknesses.flatMap((one) => one.hazards.map((id) => [one.id, id])),
  ] as [string, string][];
  const used = new Set(named.map(([, id]) => id));
  const told = new Set<string>(hazards.flatMap(({ alarms }) => alarms));
  return [
    ...known.filter((id, at) => known.indexOf(id) < at).map((id) => `${id}: stands there twice`),
    ...named
      .filter(([, id]) => !known.includes(id))
      .map(([by, id]) => `${by}: names ${id}, which is not there`),
    ...requirements.filter(({ id }) => !used.has(id)).map(({ id }) => `${id}: no control fulfils it`),
    ...controls.filter(({ id }) => !used.has(id)).map(({ id }) => `${id}: no hazard uses it`),
    ...world.alarms.filter((code) => !told.has(code)).map((code) => `${code}: an alarm without a hazard`),
    ...controls.flatMap((control) => controlProblems(control, world)),
  ];
}

function controlProblems(control: Control, { has, testFile }: World): string[] {
  const { id, where, files, tests, notShown, open } = control;
  const excused = notShown !== undefined || open !== undefined;
  return [
    ...(tests.length === 0 && !excused ? [`${id}: no test shows it`] : []),
    ...(tests.length > 0 && excused ? [`${id}: is said not to be shown, and names tests`] : []),
    ...(notShown !== undefined && where !== 'rig'
      ? [`${id}: only a control of the rig cannot be shown here`]
      : []),
    ...(files.length === 0 && !excused ? [`${id}: no file does it`] : []),
    ...files.filter((path) => !has(path)).map((path) => `${id}: ${path} is not there`),
    ...tests.flatMap((test) => testProblems(id, test, testFile)),
  ];
}

function testProblems(control: string, test: string, testFile: World['testFile']): string[] {
  const file = fileOf(test);
  const found = isRun(file) ? testFile(file) : null;
  if (found === null) return [`${control}: ${file} is no test file`];
  const titles = test.slice(file.length + ' > '.length);
  return hasTest(found, titles) ? [] : [`${control}: ${file} has no test "${titles}"`];
}
