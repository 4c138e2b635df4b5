import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenariosPage } from '../../../build/docs/scenarios-page.ts';
import { inRoot } from '../../../build/root.ts';
import { cells } from '../../../build/scenarios/matrix.ts';
import type { ScenarioReport } from '../../../build/scenarios/report.ts';

const kept: ScenarioReport = JSON.parse(readFileSync(inRoot('docs/scenarios/scenarios.json'), 'utf8'));

test('docs/scenarios.md shows the run that is kept (draw it anew: node build/docs/main.ts)', () => {
  expect(readFileSync(inRoot('docs/scenarios.md'), 'utf8')).toBe(scenariosPage());
});

test('the run that is kept has the cells of the matrix (run it anew: npm run scenarios -- --json docs/scenarios/scenarios.json)', () => {
  const name = (row: string, phase: string) => `${row}, ${phase}`;
  expect(kept.cells.map(({ row, phase }) => name(row, phase))).toEqual(
    cells.map(({ row, phase }) => name(row.name, phase)),
  );
});
