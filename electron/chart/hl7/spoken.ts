import type { Actor } from '../../domain/actor.ts';
import type { Words } from '../../domain/text/dictionary.ts';
import { en } from '../../domain/text/en.ts';
import type { Language } from '../../domain/text/language.ts';
import { zh } from '../../domain/text/zh.ts';
import { reportEn } from '../../report/words/en.ts';
import type { ReportWords } from '../../report/words/report-words.ts';
import { reportZh } from '../../report/words/zh.ts';
import type { ChartSource } from '../chart-source.ts';
import { type DocumentWords, documentWords } from '../document-words.ts';
import { en as hl7En } from './words/en.ts';
import type { Hl7Words } from './words/observation-words.ts';
import { zh as hl7Zh } from './words/zh.ts';

/** A record and the words to tell it in. */
export interface Spoken extends ChartSource {
  readonly names: Words;
  readonly words: ReportWords;
  readonly labels: Hl7Words & DocumentWords;
}

const dictionaries: Readonly<Record<Language, Pick<Spoken, 'names' | 'words' | 'labels'>>> = {
  en: { names: en, words: reportEn, labels: { ...documentWords.en, ...hl7En } },
  zh: { names: zh, words: reportZh, labels: { ...documentWords.zh, ...hl7Zh } },
};

export const spoken = (source: ChartSource): Spoken => ({ ...source, ...dictionaries[source.language] });

/** Who is named beside a value; "": nobody, or no person. */
export const observerName = ({ name, how }: Pick<Actor, 'name' | 'how'>): string =>
  how === 'program' ? '' : name;
