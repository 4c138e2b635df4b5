import { expect, it } from 'vitest';
import type { AdditionView } from '../../../electron/contract/view.ts';
import { nextAddition } from '../../../renderer/run/next-addition.ts';

const at = (atMinutes: number, state: AdditionView['state']): AdditionView => ({
  label: 'as entered',
  atMinutes,
  state,
  dueInSeconds: null,
  doneAtSeconds: null,
});

it('the next addition is the earliest that is not recorded, in whatever order they were planned', () => {
  expect(nextAddition([at(30, 'ahead'), at(0, 'done'), at(15, 'late')])).toBe(2);
  expect(nextAddition([at(30, 'done')])).toBeNull();
  expect(nextAddition([])).toBeNull();
});
