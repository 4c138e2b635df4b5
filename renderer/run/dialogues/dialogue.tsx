import type { RunView } from '../../../electron/contract/view.ts';
import { DrugDialogue } from './drug-dialogue.tsx';
import { ExtendDialogue } from './extend-dialogue.tsx';
import { FlowDialogue } from './flow-dialogue.tsx';
import { FluidDialogue } from './fluid-dialogue.tsx';
import { type DialogueKind, ignoredIn } from './form.ts';
import { IgnoreDialogue } from './ignore-dialogue.tsx';
import { LimitsDialogue } from './limits-dialogue.tsx';
import { ReadingDialogue } from './reading-dialogue.tsx';
import { StartDialogue } from './start-dialogue.tsx';
import { TargetDialogue } from './target-dialogue.tsx';
import { WordsDialogue } from './words-dialogue.tsx';

export interface DialogueProps {
  readonly run: RunView;
  readonly onClose: () => void;
}

/** Asks a person for what an action needs. */
export function Dialogue({ kind, run, onClose }: DialogueProps & { readonly kind: DialogueKind }) {
  switch (kind) {
    case 'ignore-T1':
    case 'ignore-T2':
    case 'ignore-T3':
    case 'ignore-T4':
      return <IgnoreDialogue probe={ignoredIn(kind)} run={run} onClose={onClose} />;
    case 'change-flow':
      return <FlowDialogue run={run} onClose={onClose} />;
    case 'change-target':
      return <TargetDialogue run={run} onClose={onClose} />;
    case 'extend-by':
      return <ExtendDialogue run={run} onClose={onClose} />;
    case 'alarm-limits':
      return <LimitsDialogue run={run} onClose={onClose} />;
    case 'record-reading':
      return <ReadingDialogue run={run} onClose={onClose} />;
    case 'record-fluid':
      return <FluidDialogue run={run} onClose={onClose} />;
    case 'record-drug':
      return <DrugDialogue run={run} onClose={onClose} />;
    case 'start-treatment':
    case 'start-early':
      return <StartDialogue kind={kind} run={run} onClose={onClose} />;
    default:
      return <WordsDialogue kind={kind} run={run} onClose={onClose} />;
  }
}
