import type { Language } from '../domain/text/language.ts';

/** Why a person who leaves is asked first. */
export type InTheWay = 'fluid' | 'run';

export interface LeavingWords {
  readonly message: string;
  readonly detail: string;
  readonly stay: string;
  readonly leave: string;
}

const en: Readonly<Record<InTheWay, LeavingWords>> = {
  fluid: {
    message: 'There is fluid in the cavity. Quit nevertheless?',
    detail:
      'Heater and pump go off, the run ends and its report is written. The fluid stays in the patient: ' +
      'drain first, or drain by hand. The next start asks about it.',
    stay: 'Stay',
    leave: 'Quit, fluid stays in',
  },
  run: {
    message: 'A run is open. Quit nevertheless?',
    detail: 'Heater and pump go off, the run ends as stopped and its report is written.',
    stay: 'Stay',
    leave: 'Quit and end the run',
  },
};
const zh: Readonly<Record<InTheWay, LeavingWords>> = {
  fluid: {
    message: '腹腔内有液体。仍要退出吗？',
    detail:
      '加热器和泵将关闭，运行结束并生成报告。液体留在患者体内：请先排空，或手动排空。下次启动时会询问。',
    stay: '留下',
    leave: '退出，液体留在体内',
  },
  run: {
    message: '有运行正在进行。仍要退出吗？',
    detail: '加热器和泵将关闭，运行以“已停止”结束并生成报告。',
    stay: '留下',
    leave: '退出并结束运行',
  },
};

export const leavingWords: Readonly<Record<Language, Readonly<Record<InTheWay, LeavingWords>>>> = { en, zh };
