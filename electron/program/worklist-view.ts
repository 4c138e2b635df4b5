import {
  mostNotes,
  mostProblems,
  mostWaiting,
  type Waiting,
  type WorklistProblem,
  type WorklistView,
} from '../contract/worklist-view.ts';
import type { TreatmentCase } from '../domain/case.ts';
import { zh } from '../domain/text/zh.ts';
import type { Why } from '../worklist/read-file.ts';
import { noteText, whyText } from '../worklist/words/words.ts';
import type { WaitingEntry, Worklist } from '../worklist/worklist.ts';

export const noWorklist: WorklistView = {
  folder: '',
  waiting: [],
  moreWaiting: 0,
  problems: [],
  moreProblems: 0,
};

/** The list as a screen shows it: in both languages, and no longer than anybody reads. */
export function worklistView(folder: string, { waiting, problems }: Worklist<TreatmentCase>): WorklistView {
  return {
    folder,
    waiting: waiting.slice(0, mostWaiting).map(entryView),
    moreWaiting: Math.max(0, waiting.length - mostWaiting),
    problems: problems.slice(0, mostProblems).map(
      ({ file, why }): WorklistProblem => ({
        file,
        text: { en: whyText(why, 'en'), zh: whyText(inChinese(why), 'zh') },
      }),
    ),
    moreProblems: Math.max(0, problems.length - mostProblems),
  };
}

function entryView(entry: WaitingEntry<TreatmentCase>): Waiting {
  if (entry.from === 'case-file') return entry;
  const { notes, ...patient } = entry.patient;
  return {
    ...patient,
    from: 'messages',
    key: entry.key,
    isConflict: entry.isConflict,
    notes: notes.slice(0, mostNotes).map((note) => ({ en: noteText(note, 'en'), zh: noteText(note, 'zh') })),
    moreNotes: Math.max(0, notes.length - mostNotes),
  };
}

/** The reader of cases speaks English. */
const inChinese = (why: Why): Why =>
  why.kind === 'case' ? { ...why, problem: zh.problem(why.problem) } : why;
