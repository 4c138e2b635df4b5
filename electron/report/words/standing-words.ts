import type { DocumentStatus, SignatureMeaning } from '../../domain/addendum.ts';

/** How far a document may be relied on, who signed, and what was said since. Times, names and values are written already. */
export interface StandingWords {
  /** On every page. */
  readonly mark: Readonly<Record<DocumentStatus, string>>;
  readonly meaning: Readonly<Record<DocumentStatus, string>>;
  readonly status: string;
  readonly signature: Readonly<Record<SignatureMeaning, string>>;
  readonly signed: (meaning: string, by: string, at: string) => string;
  readonly seal: string;
  readonly notSealed: string;
  /** What the square code holds, for who cannot see it. */
  readonly code: string;
  readonly signatures: string;
  readonly nobody: string;
  /** Heads of a table, and of lines for a pen. */
  readonly meaningHead: string;
  readonly name: string;
  readonly pen: string;
  readonly at: string;
  readonly addenda: string;
  readonly number: string;
  readonly what: string;
  readonly who: string;
  readonly explanation: (deviation: string, text: string) => string;
  readonly lateEntry: (field: string, value: string, reason: string) => string;
  /** `old` `null`: there was no value. */
  readonly correction: (field: string, old: string | null, now: string, reason: string) => string;
  readonly note: (text: string) => string;
  readonly releasedUnsigned: (reason: string) => string;
}

export const standingEn: StandingWords = {
  mark: { preliminary: 'DRAFT', final: 'FINAL', amended: 'AMENDED', corrected: 'CORRECTED' },
  meaning: {
    preliminary: 'preliminary, not signed',
    final: 'signed',
    amended: 'signed, added to since',
    corrected: 'signed, corrected since',
  },
  status: 'Status',
  signature: { performed: 'performed', reviewed: 'reviewed' },
  signed: (meaning, by, at) => `${meaning}: ${by}, ${at}`,
  seal: 'Sum of the sealed record (SHA-256)',
  notSealed: 'The record is not sealed.',
  code: 'Square code of record id and sum',
  signatures: 'Signatures',
  nobody:
    'This record has not been signed as it has to be. Until it is, it is a draft. Signed on paper, it stays one for the console.',
  meaningHead: 'Meaning of the signature',
  name: 'Name',
  pen: 'Signature',
  at: 'Date and time',
  addenda: 'Said of the record since it was sealed',
  number: 'No.',
  what: 'What',
  who: 'Who',
  explanation: (deviation, text) => `Explanation of deviation ${deviation}: ${text}`,
  lateEntry: (field, value, reason) => `Late entry, ${field}: ${value}. Reason: ${reason}`,
  correction: (field, old, now, reason) =>
    `Correction, ${field}: ${old === null ? 'no value' : `“${old}”`} → “${now}”. Reason: ${reason}`,
  note: (text) => `Note: ${text}`,
  releasedUnsigned: (reason) => `Documents released before anybody has signed. Reason: ${reason}`,
};

export const standingZh: StandingWords = {
  mark: { preliminary: '草稿', final: '定稿', amended: '有补充', corrected: '有更正' },
  meaning: {
    preliminary: '初步，未签名',
    final: '已签名',
    amended: '签名后有补充',
    corrected: '签名后有更正',
  },
  status: '状态',
  signature: { performed: '执行', reviewed: '审核' },
  signed: (meaning, by, at) => `${meaning}：${by}，${at}`,
  seal: '封存记录的校验值（SHA-256）',
  notSealed: '记录未封存。',
  code: '记录编号与校验值的二维码',
  signatures: '签名',
  nobody: '本记录尚未按规定签名，签名前为草稿。仅在纸上签名，在控制台中仍为草稿。',
  meaningHead: '签名含义',
  name: '姓名',
  pen: '签名',
  at: '日期和时间',
  addenda: '封存后对记录的说明',
  number: '序号',
  what: '内容',
  who: '人员',
  explanation: (deviation, text) => `偏离 ${deviation} 的说明：${text}`,
  lateEntry: (field, value, reason) => `补录，${field}：${value}。原因：${reason}`,
  correction: (field, old, now, reason) =>
    `更正，${field}：${old === null ? '无数值' : `“${old}”`} → “${now}”。原因：${reason}`,
  note: (text) => `备注：${text}`,
  releasedUnsigned: (reason) => `未经签名即发出文件。原因：${reason}`,
};
