/** A code that somebody else defined, and where it was read. */
export interface ExternalCode {
  readonly code: string;
  readonly system: string;
  readonly display: string;
  readonly source: string;
}

/** Name of our own codes in a message (HL7 table 0396: 99 and what follows is local). */
export const localSystem = '99ISO';

/** Every code in a message that is not our own. What is not here stands under its local code alone. */
export const externalCodes = {
  procedureNote: {
    code: '28570-0',
    system: 'LN',
    display: 'Procedure note',
    source: 'LOINC',
  },
  temperature: {
    code: '150344',
    system: 'MDC',
    display: 'MDC_TEMP',
    source: 'IEEE 11073-10101, partition 2, term 19272',
  },
  fluidFlow: {
    code: '157784',
    system: 'MDC',
    display: 'MDC_FLOW_FLUID_PUMP',
    source: 'Draegerwerk/sdc11073, tests/mdib_two_mds.xml',
  },
  volumeDelivered: {
    code: '157993',
    system: 'MDC',
    display: 'MDC_VOL_FLUID_DELIV_TOTAL',
    source: 'IEEE 11073-10101, partition 2, term 26921',
  },
} as const satisfies Readonly<Record<string, ExternalCode>>;

const intensiveCare =
  'medizininformatik-initiative/kerndatensatzmodul-intensivmedizin 2026.0.0, beispiele/*koerpertemperatur*';
const loinc = (code: string, display: string): ExternalCode => ({
  code,
  system: 'LN',
  display,
  source: intensiveCare,
});

/** Temperature of the patient's core by where it is taken; the first is for a place that is not among them. */
export const coreTemperatureCodes = {
  core: loinc('8329-5', 'Body temperature - Core'),
  bladder: loinc('8334-5', 'Body temperature - Urinary bladder'),
  oesophagus: loinc('60836-4', 'Esophageal temperature'),
  rectum: loinc('8332-9', 'Rectal temperature'),
  nasopharynx: loinc('60838-0', 'Nasopharyngeal temperature'),
  tympanic: loinc('8333-7', 'Tympanic membrane temperature'),
  blood: loinc('60834-9', 'Blood temperature'),
} as const satisfies Readonly<Record<string, ExternalCode>>;

/** As people write the place, in small letters; a place is free text. */
const coreSites: Readonly<Record<string, keyof typeof coreTemperatureCodes>> = {
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
  'tympanic membrane': 'tympanic',
  tympanum: 'tympanic',
  鼓膜: 'tympanic',
  blood: 'blood',
  血液: 'blood',
};

/** Of a place that is not known: core temperature, unspecified. */
export const coreTemperatureCode = (site: string): ExternalCode =>
  coreTemperatureCodes[coreSites[site.trim().toLowerCase()] ?? 'core'];
