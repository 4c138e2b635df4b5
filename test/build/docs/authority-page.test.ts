import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorityDiagram, authorityPage } from '../../../build/docs/authority-page.ts';
import { commandOf, newAuthority } from '../../../electron/authority/authority.ts';
import { authorityEvents, authorityTable } from '../../../electron/authority/table.ts';
import { authorityStates } from '../../../electron/domain/authority-state.ts';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';

const committed = join(import.meta.dirname, '../../../docs/authority.md');

/** Every way of the table, as `from event to`. */
const ways = authorityStates.flatMap((from) =>
  authorityEvents.flatMap((on) => {
    const to = authorityTable[from][on];
    return to === undefined ? [] : [{ from, on, to }];
  }),
);

const rowsOf = (heading: string): string[][] => {
  const [, part = ''] = authorityPage().split(`## ${heading}`);
  const [section = ''] = part.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  return rows.map((line) => line.slice(2, -2).split(' | '));
};

describe('docs/authority.md', () => {
  it('says what the table says; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(committed, 'utf8')).toBe(authorityPage());
  });

  it('has a cell for every event in every state', () => {
    const [head = [], ...rows] = rowsOf('State and event');
    expect(head).toEqual(['state', ...authorityEvents]);
    expect(rows.map(([state]) => state)).toEqual([...authorityStates]);
    const told = rows.flatMap(([from, ...cells]) =>
      cells.flatMap((to, at) => (to === '–' ? [] : [{ from, on: authorityEvents[at], to }])),
    );
    expect(told).toEqual(ways);
  });

  it('says "nothing" is written just where nothing is', () => {
    const heats: Intent = { ...standbyIntent, heaterEnable: true, pumpEnable: true };
    const said = rowsOf('States, and what is written').slice(1);
    for (const state of authorityStates) {
      const [, , written = ''] = said.find(([name]) => name === state) ?? [];
      const command = commandOf(
        { ...newAuthority, state, lettingGo: { toldLeft: 1, triesLeft: 1 } },
        { intent: heats },
        null,
        null,
      );
      expect(written.startsWith('nothing'), state).toBe(command === null);
      expect(written.includes('heater and pump off'), state).toBe(command?.heaterEnable === false);
    }
  });
});

describe('the diagram', () => {
  it('has an arrow for every way of the table, and no other', () => {
    const arrows = authorityDiagram().match(/^ {2}\w+ --> \w+: (?!program)/gm) ?? [];
    const drawn = arrows.map((arrow) => arrow.trim().slice(0, -1).replaceAll('_', '-')).sort();
    expect(drawn).toEqual(ways.map(({ from, to }) => `${from} --> ${to}`).sort());
  });

  it('uses names that mermaid reads', () => {
    expect(authorityDiagram()).not.toMatch(/^ {2}\S*-\S* -->/m);
  });
});
