/** A code that somebody else has defined, and where it was read. */
export interface ExternalCode {
  /** As FHIR names the code system, a URI. */
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** Repository, file or specification in which code and meaning stand together. */
  readonly source: string;
}

/** Code systems of others, by the URI of FHIR. */
export const codeSystems = {
  loinc: 'http://loinc.org',
  mdc: 'urn:iso:std:iso:11073:10101',
  ucum: 'http://unitsofmeasure.org',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  dataAbsent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  organizationType: 'http://terminology.hl7.org/CodeSystem/organization-type',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  provenanceAgent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
} as const;

/** What HL7 v2 calls the same systems (table 0396). */
export const v2Systems: Readonly<Record<string, string>> = {
  [codeSystems.loinc]: 'LN',
  [codeSystems.mdc]: 'MDC',
  [codeSystems.ucum]: 'UCUM',
};

const fhirR4 = 'HL7 FHIR R4 (4.0.1)';
const of =
  (system: string, source: string) =>
  (code: string, display: string, read: string = source): ExternalCode => ({
    system,
    code,
    display,
    source: read,
  });

const intensiveCare =
  'medizininformatik-initiative/kerndatensatzmodul-intensivmedizin, 2026.0.0, beispiele/*koerpertemperatur*';
const loinc = of(codeSystems.loinc, intensiveCare);
const mdc = of(codeSystems.mdc, intensiveCare);
const category = of(codeSystems.observationCategory, `${fhirR4}, CodeSystem observation-category`);
const absent = of(codeSystems.dataAbsent, `${fhirR4}, CodeSystem data-absent-reason`);
const identifier = of(codeSystems.identifierType, 'HL7 v2 table 0203, as published with FHIR R4');
const agent = of(codeSystems.provenanceAgent, `${fhirR4}, CodeSystem provenance-participant-type`);

/** The only codes of others that a document may hold; what is not here stands under a code of our own. */
export const externalCodes = {
  procedureNote: loinc('28570-0', 'Procedure note', `${fhirR4}, ValueSet c80-doc-typecodes`),
  bodyTemperature: loinc('8310-5', 'Body temperature', `${fhirR4}, profile bodytemp`),
  bodyHeight: loinc('8302-2', 'Body height', `${fhirR4}, profile bodyheight`),
  bodyWeight: loinc('29463-7', 'Body weight', `${fhirR4}, profile bodyweight`),
  temperature: mdc(
    '150344',
    'MDC_TEMP',
    'IEEE 11073-10101, partition 2, term 19272; captures of several monitors',
  ),
  fluidFlow: mdc('157784', 'MDC_FLOW_FLUID_PUMP', 'Draegerwerk/sdc11073, tests/mdib_two_mds.xml'),
  volumeDelivered: mdc(
    '157993',
    'MDC_VOL_FLUID_DELIV_TOTAL',
    'IEEE 11073-10101, partition 2, term 26921; captures of several pumps',
  ),
  vitalSigns: category('vital-signs', 'Vital Signs'),
  procedure: category('procedure', 'Procedure'),
  notKnown: absent('unknown', 'Unknown'),
  measuringFailed: absent('error', 'Error'),
  notPerformed: absent('not-performed', 'Not Performed'),
  notApplicable: absent('not-applicable', 'Not Applicable'),
  medicalRecord: identifier('MR', 'Medical record number'),
  visitNumber: identifier('VN', 'Visit number'),
  placerOrder: identifier('PLAC', 'Placer Identifier'),
  provider: of(codeSystems.organizationType, `${fhirR4}, CodeSystem organization-type`)(
    'prov',
    'Healthcare Provider',
  ),
  testData: of(codeSystems.actReason, 'HL7 v3 ActReason, as published with FHIR R4')(
    'HTEST',
    'test health data',
  ),
  author: agent('author', 'Author'),
  assembler: agent('assembler', 'Assembler'),
  verifier: agent('verifier', 'Verifier'),
} as const satisfies Readonly<Record<string, ExternalCode>>;

/**
 * Temperature of the patient's core by where it is taken; `core` is for a place that is not among them. A probe in the
 * perfusate has none of these.
 */
export const coreTemperatureCodes = {
  core: loinc('8329-5', 'Body temperature - Core'),
  bladder: loinc('8334-5', 'Body temperature - Urinary bladder'),
  oesophagus: loinc('60836-4', 'Esophageal temperature'),
  rectum: loinc('8332-9', 'Rectal temperature'),
  nasopharynx: loinc('60838-0', 'Nasopharyngeal temperature'),
  tympanic: loinc('8333-7', 'Tympanic membrane temperature'),
  blood: loinc('60834-9', 'Blood temperature'),
} as const satisfies Readonly<Record<string, ExternalCode>>;
export type CoreSite = keyof typeof coreTemperatureCodes;

/** The same in IEEE 11073; the bladder has the one of the core, as it has there. */
export const coreMetricCodes: Readonly<Record<CoreSite, ExternalCode>> = {
  core: mdc('150368', 'MDC_TEMP_CORE'),
  bladder: mdc('150368', 'MDC_TEMP_CORE'),
  oesophagus: mdc('150372', 'MDC_TEMP_ESOPH'),
  rectum: mdc('188420', 'MDC_TEMP_RECT'),
  nasopharynx: mdc('150380', 'MDC_TEMP_NASOPH'),
  tympanic: mdc('150392', 'MDC_TEMP_TYMP'),
  blood: mdc('188436', 'MDC_TEMP_BLD'),
};

/** As people write the place, in small letters; it is free text. */
const coreSites: Readonly<Record<string, CoreSite>> = {
  bladder: 'bladder',
  'urinary bladder': 'bladder',
  膀胱: 'bladder',
  oesophagus: 'oesophagus',
  esophagus: 'oesophagus',
  食管: 'oesophagus',
  rectum: 'rectum',
  直肠: 'rectum',
  nasopharynx: 'nasopharynx',
  鼻咽: 'nasopharynx',
  tympanum: 'tympanic',
  'tympanic membrane': 'tympanic',
  鼓膜: 'tympanic',
  blood: 'blood',
  血液: 'blood',
};

/** What stands before a comma counts: "nasopharynx, left nostril". */
export const coreSiteOf = (text: string): CoreSite =>
  coreSites[text.split(/[,，]/)[0]?.trim().toLowerCase() ?? ''] ?? 'core';

/** Units by UCUM (https://ucum.org), each with how people write it. */
export const ucumUnits = {
  '1': '',
  '%': '%',
  Cel: '°C',
  K: 'K',
  min: 'min',
  'min{CEM43}': 'min CEM43',
  s: 's',
  '/min': '/min',
  mL: 'mL',
  'mL/min': 'mL/min',
  'mm[Hg]': 'mmHg',
  mg: 'mg',
  'mg/m2': 'mg/m²',
  'mg/L': 'mg/L',
  cm: 'cm',
  kg: 'kg',
  m2: 'm²',
  '[Ch]': 'Fr',
  'mmol/L': 'mmol/L',
} as const satisfies Readonly<Record<string, string>>;
export type UcumUnit = keyof typeof ucumUnits;

/** The unit that a site has written; `null`: none of those, so it stands as written and under no code. */
export const ucumOf = (written: string): UcumUnit | null => {
  const found = Object.entries(ucumUnits).find(([, shown]) => shown === written.trim());
  return found === undefined ? null : (found[0] as UcumUnit);
};
