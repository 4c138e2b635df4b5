/**
 * Routes into a vessel. This machine perfuses cavities: its flows, pressures and air limits are none of a vessel's. In
 * doubt an order is refused; a person can still enter the patient by hand.
 */
const intoVessels: readonly RegExp[] = [
  /\bintra[- ]?(?:arterial|vascular|venous|portal)/,
  /\barter(?:y|ial|ially|ies)\b/,
  /\bportal\b/,
  /\btrans[- ]?arterial/,
  /\bi\.a\.|\bia (?:infusion|injection|perfusion|chemo)/,
  // Hepatic arterial infusion, chemoembolisation, radioembolisation, isolated limb perfusion.
  /\b(?:haic?|(?:deb-?|[cd])?tace|taci|tae|tare|sirt|ilp)\b/,
  /emboli[sz]/,
  /\bisolated (?:limb|hepatic|liver)/,
  /[动動]脉|[动動]脈|静脉|靜脈|门脉|門脈|血管[内內]|栓塞/,
];

/** Routes as codes of HL7 table 0162, where a code stands alone: in words "IA" is a stage as well. */
const codes: ReadonlySet<string> = new Set(['IA', 'IV', 'IVP', 'IVPB']);

const aboutRoute = /\broutes?\b|途径|途徑|给药方式|給藥方式/;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

export const goesIntoVessel = (text: string): boolean =>
  codes.has(text.trim().toUpperCase()) || intoVessels.some((words) => words.test(plain(text)));

/** In a free text a vessel may be history ("TACE in March"); it is the order's route where the text speaks of one. */
export const saysRouteIntoVessel = (text: string): boolean =>
  goesIntoVessel(text) && aboutRoute.test(plain(text));
