import { expect, it } from 'vitest';
import { chartMarks } from '../../../renderer/trend/marks.ts';
import { sample } from '../sample-views.ts';

const run = sample('treatment-addition-ahead').view.run;
if (run === null) throw new Error('the sample has no run');

it('additions ahead are marked where they come due, those recorded are not', () => {
  const planned = chartMarks(run).filter(({ kind }) => kind === 'planned-drug');
  expect(planned.map(({ label }) => label)).toEqual(['2', '3']);
  expect(planned[0]?.seconds).toBe(Math.round((run.sessionSeconds + 449) / 15) * 15);
});

it('a planned mark does not move while less than a step has passed', () => {
  const at = (seconds: number) => chartMarks({ ...run, marks: [], sessionSeconds: 3000 + seconds });
  expect(at(1)).toEqual(at(2));
});
