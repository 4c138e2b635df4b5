import { type Cell, cellXml } from './cell.ts';
import { zip } from './zip.ts';

export interface Column {
  /** With the unit of the numbers under it. */
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** An Excel workbook (ECMA-376, transitional): one table a sheet, its head in bold and always in sight. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  return zip([
    { name: '[Content_Types].xml', content: contentTypes(sheets) },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet, index === 0),
    })),
  ]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (sheets: readonly Sheet[]): string =>
  `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheetType}.styles+xml"/>${sheets
    .map(
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheetType}.worksheet+xml"/>`,
    )
    .join('')}</Types>`;

/** The first is rId1. */
const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const workbookXml = (sheets: readonly Sheet[]): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${sheets
    .map(
      ({ name }, index) => `<sheet name="${cellXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;

/** Cell formats by number: 0 as it is, 1 a head, 2 a time of day with its date. */
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml({ columns, rows }: Sheet, isFirst: boolean): string {
  const letters = columns.map((_, index) => letterOf(index));
  const lines = [
    rowXml(
      1,
      columns.map(({ head }) => head),
      letters,
      ' s="1"',
    ),
  ];
  for (const row of rows) lines.push(rowXml(lines.length + 1, row, letters, ''));
  const cols = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function rowXml(number: number, cells: readonly Cell[], letters: readonly string[], style: string): string {
  let line = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index += 1)
    line += oneCell(cells[index] ?? null, `${letters[index]}${number}`, style);
  return `${line}</row>`;
}

/** Days of a spreadsheet count from 30 December 1899. */
const daysTo1970 = 25_569;
const msPerDay = 86_400_000;

function oneCell(cell: Cell, at: string, style: string): string {
  if (cell === null || cell === '') return '';
  switch (typeof cell) {
    case 'number':
      // No spreadsheet has infinity.
      return !Number.isFinite(cell) ? '' : `<c r="${at}"${style}><v>${cell}</v></c>`;
    case 'boolean':
      return `<c r="${at}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
    case 'object':
      return `<c r="${at}" s="2"><v>${cell.localMs / msPerDay + daysTo1970}</v></c>`;
    default:
      // A string in place is text, whatever it begins with.
      return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${cellXml(cell)}</t></is></c>`;
  }
}

/** 0: "A", 26: "AA". */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
