import { fileNames } from '../report/made-files.ts';
import { chartFiles } from './chart-files.ts';

/** Every file that is made of a record. */
export const documentNames: readonly string[] = [
  ...Object.values(fileNames),
  ...chartFiles.map(({ name }) => name),
];
