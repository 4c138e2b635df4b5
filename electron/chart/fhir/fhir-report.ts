import type { ChartSource } from '../chart-source.ts';
import type { CodeMapping } from '../code-mapping.ts';
import { externalCodes } from '../codes.ts';
import { placeAlarms } from './alarms.ts';
import { composition } from './composition.ts';
import { placeCurves } from './curves.ts';
import { placeDevices } from './devices.ts';
import { conceptOf, Draft } from './draft.ts';
import { placeDrugs } from './drugs.ts';
import { placeCase, placePlan, placeReadings } from './entered.ts';
import { urnOf } from './ids.ts';
import { organization, placePatient } from './patient.ts';
import { filled } from './plain.ts';
import { placeProcedure } from './procedure.ts';
import { authors, placeProvenance, placeSaid } from './said.ts';
import { placeSummaries } from './summaries.ts';

/**
 * `report.fhir.json`: the record as one FHIR R4 document (https://hl7.org/fhir/R4/documents.html), a Bundle whose every
 * reference stays inside it (docs/chart-fhir.md). `pdf` `null`: without the printed report. Same record, status and
 * addenda, same bytes.
 */
export function fhirReport(source: ChartSource, pdf: Uint8Array | null, mapping: CodeMapping): string {
  const draft = new Draft(source, mapping);
  const at =
    draft.at(Math.max(lastSaidMs(source), source.figures.endWallMs)) ?? draft.at(source.header.startedWallMs);
  placePatient(draft);
  placeDevices(draft);
  const procedure = placeProcedure(draft);
  placeCase(draft);
  placePlan(draft);
  placeSummaries(draft, placeCurves(draft));
  placeDrugs(draft, procedure);
  placeReadings(draft);
  placeAlarms(draft);
  placeSaid(draft);
  placeReport(draft, pdf, at);
  const first = {
    fullUrl: urnOf(source.header.runId, 'composition'),
    resource: draft.marked(composition(draft, at)),
  };
  placeProvenance(draft, { reference: first.fullUrl }, at);
  const bundle = {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc3986', value: documentUrn(source) },
    type: 'document',
    timestamp: at,
    entry: [first, ...draft.entries],
  };
  return `${JSON.stringify(filled(bundle))}\n`;
}

const lastSaidMs = ({ addenda }: ChartSource): number =>
  Math.max(0, ...addenda.map(({ atWallMs }) => atWallMs));

/** Another document of the same record is another: signed, or with more said of it. */
const documentUrn = ({ header, status, addenda }: ChartSource): string =>
  urnOf(header.runId, `document/${status}/${addenda.length}`);

/** The printed report, whole, and what it rests on. */
function placeReport(draft: Draft, pdf: Uint8Array | null, at: string | undefined): void {
  const { status, header, figures } = draft.source;
  draft.line(
    'section-report',
    draft.label('report-pdf'),
    pdf === null ? draft.label('no-value') : `${pdf.length} B`,
  );
  draft.add(
    'report',
    {
      resourceType: 'DiagnosticReport',
      status,
      code: conceptOf(externalCodes.procedureNote, draft.label('document')),
      ...draft.subject,
      encounter: draft.refIf('encounter'),
      effectivePeriod: draft.period(header.startedWallMs, figures.endWallMs),
      issued: at,
      performer: [organization(draft)],
      resultsInterpreter: authors(draft).filter(
        ({ reference }) => reference !== draft.refTo('console').reference,
      ),
      result: draft.section('section-outcome').entries.slice(1),
      conclusion: draft.names.outcome[figures.outcome],
      presentedForm:
        pdf === null
          ? undefined
          : [
              {
                contentType: 'application/pdf',
                language: draft.names.language,
                data: Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('base64'),
                size: pdf.length,
                title: 'report.pdf',
                creation: at,
              },
            ],
    },
    'section-report',
  );
}
