/**
 * The names of the door, without the schemas behind them: the preload carries these and nothing else,
 * because a schema library in a sandboxed page would be code without a job.
 */
export const requestNames = [
  'load',
  'start',
  'release',
  'act',
  'savePreset',
  'newCase',
  'rescue',
  'recover',
  'fluid',
  'painted',
  'audio',
  'language',
  'restart',
  'ports',
  'choosePort',
  'signIn',
  'signOut',
  'touch',
  'takeChair',
  'firstAccount',
  'addPerson',
  'changePerson',
  'setPin',
  'form',
  'answerCheck',
  'dipCheck',
  'recall',
  'worklist',
  'wristband',
  'site',
  'changeSite',
  'signSite',
  'review',
  'say',
  'deliveries',
  'deliverAgain',
  'deliverToStick',
] as const;
export type RequestName = (typeof requestNames)[number];

export const pushNames = ['view', 'trend', 'pulse'] as const;
export type PushName = (typeof pushNames)[number];

export const channel = (name: RequestName | PushName): string => `isotherm:${name}`;
