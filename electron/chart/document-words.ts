import type { DocumentStatus } from '../domain/addendum.ts';
import type { Language } from '../domain/text/language.ts';

/** What every document says of itself. */
export interface DocumentWords {
  readonly title: string;
  readonly status: Readonly<Record<DocumentStatus, string>>;
  readonly simulated: string;
}

export const documentWords: Readonly<Record<Language, DocumentWords>> = {
  en: {
    title: 'Perfusion record',
    status: {
      preliminary: 'Preliminary, nobody has signed it',
      final: 'Final, signed',
      amended: 'Amended, something was added after it was signed',
      corrected: 'Corrected, a value was wrong',
    },
    simulated: 'SIMULATION: recorded on a simulated rig, of no patient.',
  },
  zh: {
    title: '灌注治疗记录',
    status: {
      preliminary: '初步报告，尚未签名',
      final: '正式报告，已签名',
      amended: '已修订，签名后有补充',
      corrected: '已更正，原有数值有误',
    },
    simulated: '模拟：本记录来自模拟设备，不属于任何患者。',
  },
};
