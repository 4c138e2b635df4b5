import type { SiteView } from '../../electron/contract/view.ts';
import { fieldLimits } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';
import type { Draft } from './draft.ts';
import { draftNumber, isFever, numberFields, refusedHere } from './draft-numbers.ts';
import type { Finder, Problem } from './finder.ts';
import { textLimits } from './text-limits.ts';

/** What is wrong or missing of who is treated. */
export function patientProblems(finder: Finder, draft: Draft, site: SiteView, words: Text): Problem[] {
  const { fields, fieldProblems: say } = words.setup;
  const isNamed = draft.familyName.trim() !== '' || draft.givenName.trim() !== '';
  finder.text('familyName', fields.familyName, draft.familyName, textLimits.familyName);
  finder.text('givenName', fields.givenName, draft.givenName, textLimits.givenName);
  if (!isNamed) finder.add('familyName', fields.familyName, say.oneName);
  finder.date('birthDate', fields.birthDate, draft.birthDate, 'future', 'needed');
  finder.add('sex', fields.sex, draft.sex === null ? say.unanswered : null);
  identifierProblems(finder, draft, words);
  for (const field of ['visitNumber', 'orderNumber', 'bed', 'referringWard', 'returnWard'] as const)
    finder.text(field, fields[field], draft[field], textLimits[field]);
  bodyProblems(finder, draft, site, words);
  finder.add('allergyAnswer', fields.allergyAnswer, draft.allergyAnswer === null ? say.unanswered : null);
  if (draft.allergyAnswer !== 'none-known')
    finder.text(
      'allergyText',
      fields.allergyText,
      draft.allergyText,
      textLimits.allergyText,
      draft.allergyAnswer === 'some' ? 'needed' : undefined,
    );
  otherTreatmentProblems(finder, draft, words);
  feverProblems(finder, draft, words);
  finder.add(
    'fluidBefore',
    fields.fluidBefore,
    draft.fluidBefore === 'unanswered' ? say.unansweredFluid : null,
  );
  if (draft.fluidBefore === 'about')
    finder.add(
      'fluidMl',
      fields.fluidMl,
      finder.numberProblem(draft.fluidMl, numberFields.fluidMl, 'needed'),
    );
  return finder.found;
}

function identifierProblems(finder: Finder, { identifiers }: Draft, { setup }: Text): void {
  const { fields, one, fieldProblems: say } = setup;
  identifiers.forEach(({ value, issuer }, index) => {
    const name = index === 0 ? fields.hospitalNumber : one.identifier(index + 1);
    finder.text(`identifiers.${index}.value`, name, value, fieldLimits.line, 'needed');
    const issuerName = index === 0 ? fields.issuer : one.issuer(index + 1);
    finder.text(`identifiers.${index}.issuer`, issuerName, issuer, fieldLimits.line);
  });
  if (identifiers.length === 0) finder.add('identifiers.0.value', fields.hospitalNumber, say.missing);
}

function bodyProblems(finder: Finder, draft: Draft, site: SiteView, { setup, domain }: Text): void {
  const { fields } = setup;
  finder.add('heightCm', fields.heightCm, finder.numberProblem(draft.heightCm, numberFields.heightCm));
  const [tooLight] = refusedHere(site, draft, null);
  finder.add(
    'weightKg',
    fields.weightKg,
    finder.numberProblem(draft.weightKg, numberFields.weightKg, 'needed') ??
      (tooLight === undefined ? null : domain.siteRefusal(tooLight)),
  );
}

function otherTreatmentProblems(finder: Finder, { otherTreatments }: Draft, { setup }: Text): void {
  const { one } = setup;
  otherTreatments.forEach(({ text, on }, index) => {
    const field = `otherTreatments.${index}`;
    finder.text(`${field}.text`, one.otherTreatment(index + 1), text, fieldLimits.line, 'needed');
    finder.date(`${field}.on`, one.otherTreatmentDate(index + 1), on, 'future');
  });
}

/** Never the operator by itself: a person is named. */
function feverProblems(finder: Finder, draft: Draft, { setup }: Text): void {
  const { fields, fieldProblems: say } = setup;
  const wrong = finder.numberProblem(draft.bodyTemperature, numberFields.bodyTemperature);
  finder.add('bodyTemperature', fields.bodyTemperature, wrong);
  const celsius = draftNumber(draft, 'bodyTemperature');
  if (wrong !== null || celsius === null || !isFever(draft)) return;
  const { feverAcceptedBy } = draft;
  finder.text('feverAcceptedBy', fields.feverAcceptedBy, feverAcceptedBy, textLimits.feverAcceptedBy);
  if (feverAcceptedBy.trim() === '')
    finder.add('feverAcceptedBy', fields.feverAcceptedBy, say.fever(celsius));
}
