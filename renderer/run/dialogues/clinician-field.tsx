import type { ComponentProps } from 'react';
import type { RunView } from '../../../electron/contract/view.ts';
import { fieldLimits } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';
import { Typed } from './inputs.tsx';
import { clinicians } from './people.ts';

interface ClinicianFieldProps extends Pick<ComponentProps<typeof Typed>, 'value' | 'onChange' | 'focus'> {
  readonly run: RunView;
}

/** Who decides it: one of those the case names, by touch, or somebody else. */
export function ClinicianField({ run, ...field }: ClinicianFieldProps) {
  const { dialogue } = useText().actions;
  return <Typed label={dialogue.clinician} most={fieldLimits.name} offers={clinicians(run)} {...field} />;
}
