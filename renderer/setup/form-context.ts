import { createContext, useContext } from 'react';
import type { SiteView } from '../../electron/contract/view.ts';
import type { Draft } from './draft.ts';
import type { Field, Problem } from './finder.ts';

/** What is changed of the form as it stands by then. */
export type ChangeDraft = (changes: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;

/** The form as its fields see it: values, problems, and which fields have been touched. */
export interface Form {
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly problems: readonly Problem[];
  /** Problems of untouched fields are shown in the summary only, not in red beside an empty form. */
  readonly touched: ReadonlySet<Field>;
  readonly touch: (field: Field) => void;
  readonly site: SiteView;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a form field outside the setup form: put it inside FormContext');
  return form;
}

/** The problem of a field, once somebody has been there; what can be told while it is typed, at once. */
export function useProblem(field: Field): string | null {
  const { problems, touched } = useForm();
  const problem = problems.find((one) => one.field === field);
  return problem !== undefined && (touched.has(field) || problem.atOnce) ? problem.text : null;
}

/** Who may decide something outside the plan, as far as the form names them. */
export const cliniciansOf = ({ surgeon, anaesthetist, prescriber }: Draft): readonly string[] =>
  [...new Set([surgeon, anaesthetist, prescriber].map((name) => name.trim()))].filter((name) => name !== '');
