import type { KeyboardEvent, ReactNode } from 'react';
import { useForm, useProblem } from './form-context.ts';
import './answer-rows.css';

export interface AnswerRow<T extends string> {
  readonly id: string;
  readonly title: string;
  /** Said below the title: what holds for it, who answered and when. */
  readonly note: ReactNode;
  readonly value: T | null;
  /** Answers that cannot be given now; the note says why. */
  readonly barred: readonly T[];
  /** What an answer asks further. */
  readonly details: ReactNode;
}

interface AnswerRowsProps<T extends string> {
  /** Of the list in the draft; a field is called by it and the id. */
  readonly list: string;
  readonly name: string;
  readonly rows: readonly AnswerRow<T>[];
  readonly answers: readonly T[];
  readonly label: (answer: T) => string;
  readonly onAnswer: (id: string, answer: T) => void;
}

/**
 * One question a row, each answered by itself. Keyboard: left and right go from answer to answer, up and down from row
 * to row, space or Enter takes it.
 */
export function AnswerRows<T extends string>(props: AnswerRowsProps<T>) {
  const { list, name, rows } = props;
  return (
    <section className="answer-rows" aria-label={name} onKeyDown={goByArrow}>
      {rows.map((row) => (
        <Row key={row.id} row={row} {...props} field={`${list}.${row.id}`} />
      ))}
    </section>
  );
}

interface RowProps<T extends string> extends Omit<AnswerRowsProps<T>, 'rows' | 'list' | 'name'> {
  readonly row: AnswerRow<T>;
  readonly field: string;
}

function Row<T extends string>({ row, field, answers, label, onAnswer }: RowProps<T>) {
  const { touch } = useForm();
  const problem = useProblem(field);
  const { id, title, note, value, barred, details } = row;
  const entry = value ?? answers.find((answer) => !barred.includes(answer));
  return (
    <div className="answer-row" data-row={id} data-answer={value ?? ''} data-invalid={problem !== null}>
      <div className="answer-title">
        <span>{title}</span>
        <small>
          {note}
          {problem !== null && <b className="answer-problem"> {problem}</b>}
        </small>
      </div>
      <div className="choice answers" role="radiogroup" aria-label={title}>
        {answers.map((answer) => (
          // biome-ignore lint/a11y/useSemanticElements: a button as large as a glove needs
          <button
            key={answer}
            type="button"
            role="radio"
            className="choice-button"
            data-value={answer}
            aria-checked={answer === value}
            aria-disabled={barred.includes(answer)}
            tabIndex={answer === entry ? 0 : -1}
            onClick={(event) => {
              if (barred.includes(answer)) return;
              onAnswer(id, answer);
              touch(field);
              showNext(event.currentTarget);
            }}
          >
            {label(answer)}
          </button>
        ))}
      </div>
      {details !== null && <div className="answer-details">{details}</div>}
    </div>
  );
}

/** The next question comes into sight by itself: nobody scrolls between two answers. */
function showNext(button: HTMLElement): void {
  const next = button.closest('.answer-row')?.nextElementSibling;
  requestAnimationFrame(() => next?.scrollIntoView({ block: 'nearest' }));
}

const steps: Readonly<Record<string, readonly [rows: number, answers: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function goByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLElement) || target.role !== 'radio') return;
  const rows = [...event.currentTarget.querySelectorAll('.answers')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[role="radio"]'),
  ]);
  const row = rows.findIndex((one) => one.includes(target));
  const column = rows[row]?.indexOf(target) ?? 0;
  event.preventDefault();
  rows[row + step[0]]?.[column + step[1]]?.focus();
}
