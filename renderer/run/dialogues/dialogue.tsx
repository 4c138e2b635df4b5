import type { RunView } from '../../../electron/contract/view.ts';
import { CarrierDialogue } from './carrier-dialogue.tsx';
import { DrugDialogue } from './drug-dialogue.tsx';
import { ExtendDialogue } from './extend-dialogue.tsx';
import { FlowDialogue } from './flow-dialogue.tsx';
import { FluidDialogue } from './fluid-dialogue.tsx';
import { type DialogueKind, ignoredIn } from './form.ts';
import { IgnoreDialogue } from './ignore-dialogue.tsx';
import { LimitsDialogue } from './limits-dialogue.tsx';
import { MoreDialogue } from './more-dialogue.tsx';
import { ReadingDialogue } from './reading-dialogue.tsx';
import { StartDialogue } from './start-dialogue.tsx';
import { TargetDialogue } from './target-dialogue.tsx';
import { TimeOutDialogue } from './time-out-dialogue.tsx';
import { VitalDialogue } from './vital-dialogue.tsx';
import { WordsDialogue } from './words-dialogue.tsx';

export interface DialogueProps {
  readonly run: RunView;
  readonly onClose: () => void;
}

interface AnyDialogueProps extends DialogueProps {
  readonly kind: DialogueKind;
  /** Another one takes its place. */
  readonly onAsk: (kind: DialogueKind) => void;
}

/** Asks a person for what an action needs. */
export function Dialogue({ kind, run, onClose, onAsk }: AnyDialogueProps) {
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
      return <FluidDialogue onClose={onClose} />;
    case 'record-drug':
      return <DrugDialogue run={run} onClose={onClose} />;
    case 'record-carrier':
      return <CarrierDialogue run={run} onClose={onClose} />;
    case 'record-vital':
      return <VitalDialogue run={run} onClose={onClose} />;
    case 'time-out':
      return <TimeOutDialogue run={run} onClose={onClose} />;
    case 'more':
      return <MoreDialogue run={run} onClose={onClose} onAsk={onAsk} />;
    case 'start-treatment':
    case 'start-early':
      return <StartDialogue kind={kind} run={run} onClose={onClose} />;
    default:
      return <WordsDialogue kind={kind} run={run} onClose={onClose} />;
  }
}
