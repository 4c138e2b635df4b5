import type { Answer, ReadAnswer } from '../../../../electron/delivery/acknowledgements.ts';

const kinds: Readonly<Record<string, Answer['kind']>> = { AA: 'accepted', AE: 'retry', AR: 'refused' };

export const answerTo = (code: 'AA' | 'AE', controlId: string): string => `${code} ${controlId}`;

/** What this receiver answers by: `<code> <control id>`. */
export const readAnswer: ReadAnswer = (bytes, controlId) => {
  const [code = '', of] = Buffer.from(bytes).toString().split(' ');
  const kind = kinds[code] ?? 'unreadable';
  return { kind: of === controlId ? kind : 'not-ours', text: '' };
};
