import type { AudioState, ConsoleView } from '../../electron/contract/view.ts';
import { probeRefusals } from '../../electron/contract/words.ts';
import { wallDate } from '../text/format.ts';
import type { Text } from '../text/text.ts';
import { checksProblems } from './checks-problems.ts';
import { type Draft, fits, sitesOf } from './draft.ts';
import { refusedHere } from './draft-numbers.ts';
import { drugsProblems } from './drugs-problems.ts';
import { fieldNames } from './field-names.ts';
import { Finder, type Problem } from './finder.ts';
import { machineProblem } from './machine-problem.ts';
import { patientProblems } from './patient-problems.ts';
import { placementProblems } from './placement-problems.ts';
import { type Chosen, chosen } from './preset-form.ts';
import { treatmentProblems } from './treatment-problems.ts';

/** What a form is judged by, besides itself. */
export interface Judged
  extends Pick<ConsoleView, 'setup' | 'rig' | 'storage' | 'wallMs' | 'machine' | 'fluid'> {
  /** What the self-test of the sound found; `null`: it has not ended yet. */
  readonly audio: AudioState | null;
}

/** Every problem of the form, in the order of its fields. The view's `wallMs` tells what day it is. */
export function problems(draft: Draft, view: Judged, words: Text): Problem[] {
  const { setup, rig, wallMs } = view;
  const today = wallDate(wallMs);
  const protocol = chosen(setup, draft, rig.identity);
  const finder = (section: Problem['section']) => new Finder(section, words, today);
  return [
    ...machineProblems(finder('rig'), view, words),
    ...patientProblems(finder('patient'), draft, setup.site, words),
    ...treatmentProblems(finder('treatment'), draft, words),
    ...protocolProblems(finder('protocol'), draft, view, protocol, words),
    ...drugsProblems(finder('drugs'), draft, protocol, words),
    ...placementProblems(finder('placement'), draft, view, words),
    ...checksProblems(finder('checks'), draft, { lists: setup.site.lists, audio: view.audio }, words),
    ...rigProblems(finder('rig'), view, words),
  ];
}

function machineProblems(finder: Finder, view: Judged, words: Text): Problem[] {
  const { fields, fieldProblems } = words.setup;
  finder.add('machine', fields.machine, machineProblem(view, words));
  finder.add('fluidLeft', fields.fluidLeft, view.fluid === null ? null : fieldProblems.fluidLeft);
  return finder.found;
}

function rigProblems(finder: Finder, { rig, storage }: Judged, { setup }: Text): Problem[] {
  const { fields, fieldProblems: say } = setup;
  finder.add('rig', fields.rig, rig.link === 'up' || rig.link === 'ageing' ? null : say.rig);
  const { freeMegabytes: free, neededMegabytes: needed } = storage;
  finder.add('storage', fields.storage, free === null || free >= needed ? null : say.storage(free, needed));
  return finder.found;
}

function protocolProblems(
  finder: Finder,
  draft: Draft,
  view: Judged,
  protocol: Chosen | null,
  words: Text,
): Problem[] {
  const name = fieldNames(words, draft).preset;
  finder.add('preset', name, protocolProblem(draft, view, protocol, words));
  return finder.found;
}

function protocolProblem(
  draft: Draft,
  { setup }: Pick<Judged, 'setup'>,
  protocol: Chosen | null,
  words: Text,
): string | null {
  const say = words.setup.fieldProblems;
  if (protocol === null) return say.choosePreset;
  if (!fits(protocol.base, draft)) return say.presetMismatch(protocol.base);
  // A patient who is too light is said at the weight.
  const here = [
    ...refusedHere(setup.site, draft, protocol.preset).filter(({ kind }) => kind !== 'too-light'),
    ...probeRefusals(sitesOf(draft), protocol.base, null),
  ][0];
  if (here !== undefined) return words.domain.siteRefusal(here);
  const [first, ...others] = protocol.problems;
  const { editor } = words.setup;
  return first === undefined
    ? null
    : say.presetValues(editor.nameOf(first.field), editor.problem(first), others.length);
}
