import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phaseDiagram, phasesPage } from '../../../build/docs/phase-diagram.ts';
import { phases } from '../../../electron/domain/phase.ts';
import { transitions } from '../../../electron/protocol/transitions.ts';

const committed = join(import.meta.dirname, '../../../docs/phases.md');

describe('docs/phases.md', () => {
  it('says what the transition table says; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(committed, 'utf8')).toBe(phasesPage());
  });

  it('has a row for every phase, with what the rig is told', () => {
    const [told = ''] = phasesPage().split('## From phase to phase');
    const rows = told.match(/^\| [\w-]+ \|/gm) ?? [];
    expect(rows.map((row) => row.slice(2, -2))).toEqual(['phase', ...phases]);
  });

  it('has a row for every way from phase to phase, but one for all ends of the run', () => {
    const [, ways = ''] = phasesPage().split('## From phase to phase');
    const rows = ways.match(/^\| [\w -]+ \| [\w-]+ \|/gm)?.slice(1) ?? [];
    const shown = transitions.filter(({ on }) => on !== 'end-run');
    expect(rows).toEqual([
      ...shown.map(({ from, to }) => `| ${from} | ${to} |`),
      '| any but complete | complete |',
    ]);
  });
});

describe('the diagram', () => {
  it('has an arrow for every transition but those that end the run or leave fluid behind', () => {
    const arrows = phaseDiagram().match(/^ {2}\w+ --> \w+: /gm) ?? [];
    const shown = transitions.filter(({ on }) => on !== 'end-run' && on !== 'leave-retained');
    expect(arrows).toHaveLength(shown.length);
    const drawn = new Set(arrows.map((arrow) => arrow.trim().replaceAll('_', '-')));
    for (const { from, to } of shown) expect(drawn).toContain(`${from} --> ${to}:`);
  });

  it('uses names that mermaid reads', () => {
    expect(phaseDiagram()).not.toMatch(/^ {2}\S*-\S* -->/m);
    for (const phase of phases)
      expect(phaseDiagram()).toContain(`state "${phase}" as ${phase.replaceAll('-', '_')}`);
  });
});
