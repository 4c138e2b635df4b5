import type { ReactNode } from 'react';
import { missingText } from '../../electron/contract/text.ts';
import { fullName } from '../../electron/contract/words.ts';
import { number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { type Draft, hasSides } from './draft.ts';
import { bodyOf } from './draft-numbers.ts';
import { fieldNames } from './field-names.ts';
import { useForm } from './form-context.ts';
import { type Chosen, plannedFillMl } from './preset-form.ts';

/** Who gets what, where, once more and large, above the button that starts it. */
export function StartSummary({ draft, chosen }: { readonly draft: Draft; readonly chosen: Chosen | null }) {
  const words = useText();
  const { setup, domain } = words;
  const { summary: text } = setup;
  const fields = fieldNames(words, draft);
  const name = { familyName: draft.familyName.trim(), givenName: draft.givenName.trim() };
  const where = [
    domain.cavity[draft.cavity],
    ...(hasSides(draft) && draft.side !== null ? [domain.side[draft.side]] : []),
    domain.technique[draft.technique],
    domain.setting[draft.setting],
  ];
  return (
    <>
      <h2>{setup.setup.readyHeading}</h2>
      <dl className="start-summary">
        <Row name={text.patient}>
          {fullName(name, domain.spoken)}
          <small>
            <br />
            {draft.identifiers[0]?.value} · {text.born(draft.birthDate)}
            <br />
            {text.session(draft.sessionNumber, draft.sessionsPlanned)}
          </small>
        </Row>
        <Row name={text.allergies}>
          {draft.allergyAnswer === null ? missingText : domain.allergyAnswer[draft.allergyAnswer]}
          {draft.allergyAnswer !== 'none-known' && draft.allergyText.trim() !== '' && (
            <>
              {text.colon}
              {draft.allergyText}
            </>
          )}
        </Row>
        <Row name={text.site}>{where.join(text.comma)}</Row>
        {chosen !== null && <Plan chosen={chosen} />}
        <Row name={text.drugs}>{draft.drugs.length === 0 ? text.noDrugs : <Drugs draft={draft} />}</Row>
        {draft.fluidBefore !== 'no' && (
          <Row name={fields.fluidBefore}>
            {draft.fluidBefore === 'about'
              ? `${draft.fluidMl.trim()} ${setup.unit.ml}`
              : setup.fluidAnswers.unknown}
          </Row>
        )}
        <Row name={fields.perfusionist}>{draft.perfusionist}</Row>
      </dl>
    </>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What will be done, and each change beside what it was. */
function Plan({ chosen }: { readonly chosen: Chosen }) {
  const { summary: text, preset: presetText, editor } = useText().setup;
  const { draft, site } = useForm();
  const { preset, changes } = chosen;
  if (preset === null) return null;
  const fillMl = plannedFillMl(preset, bodyOf(draft), site.bodySurfaceFormula);
  return (
    <Row name={text.plan}>
      {presetText.headline(preset)}
      <small>
        <br />
        {presetText.flow(preset)}
        {fillMl !== null &&
          `${text.comma}${editor.field.fillVolumeMl} ${number(fillMl)} ${editor.unit('fillVolumeMl')}`}
      </small>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ field, from, to }) => (
            <li key={field}>
              <small>
                {editor.nameOf(field)} <s>{editor.shown(field, from)}</s> →{' '}
              </small>
              {editor.shown(field, to)}
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

function Drugs({ draft }: { readonly draft: Draft }) {
  const { summary: text } = useText().setup;
  return (
    <ul>
      {draft.drugs.map(({ name, doseMg }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drug may be given twice
        <li key={index}>
          {name}
          {doseMg.trim() !== '' && `${text.comma}${text.dose(doseMg.trim())}`}
        </li>
      ))}
    </ul>
  );
}
