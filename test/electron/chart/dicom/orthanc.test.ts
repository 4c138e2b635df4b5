import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartSource } from '../../../../electron/chart/chart-source.ts';
import { dicomReport } from '../../../../electron/chart/dicom/dicom-report.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { addendaOf, brokenOff, headerWith } from '../../../support/chart-variants.ts';
import { pdfOf } from '../../../support/some-pdf.ts';
import { isOrthancThere, type Orthanc, startOrthanc } from './orthanc.ts';

const source = syntheticSource({}, brokenOff(3, headerWith({ familyName: '王𠮷', givenName: '小明' })));
const signed: ChartSource = {
  ...source,
  status: 'final',
  addenda: addendaOf({ type: 'signature', meaning: 'performed' }),
};

describe.skipIf(!isOrthancThere)(
  `Orthanc${isOrthancThere ? '' : ' (skipped: apt-get install orthanc)'}`,
  () => {
    let orthanc: Orthanc = { url: '', close: async () => {} };
    beforeAll(async () => {
      orthanc = await startOrthanc();
    });
    afterAll(() => orthanc.close());

    interface Stored {
      readonly ID: string;
      readonly Status: string;
    }
    const store = async (of: ChartSource, pdf: Uint8Array): Promise<Stored> => {
      const body = new Uint8Array(dicomReport(of, pdf).bytes);
      const response = await fetch(`${orthanc.url}/instances`, { method: 'POST', body });
      return (await response.json()) as Stored;
    };
    const json = async <Kind>(path: string): Promise<Kind> =>
      (await (await fetch(`${orthanc.url}/${path}`)).json()) as Kind;

    it('takes a document once however often it comes, and gives PDF and names back', async () => {
      const pdf = pdfOf(200_001);
      const first = await store(source, pdf);
      expect(first.Status).toBe('Success');
      const again = await store(source, pdf);
      expect(again).toMatchObject({ Status: 'AlreadyStored', ID: first.ID });
      expect(await json('instances')).toEqual([first.ID]);
      const stored = await (await fetch(`${orthanc.url}/instances/${first.ID}/pdf`)).arrayBuffer();
      expect(Buffer.from(stored).equals(pdf)).toBe(true);
      const tags = await json<Record<string, string>>(`instances/${first.ID}/simplified-tags`);
      expect(tags).toMatchObject({
        PatientName: '王𠮷^小明=王𠮷^小明',
        PatientID: '20488317',
        AccessionNumber: 'O-55120',
        StudyDescription: 'Cytoreduction with HIPEC',
        DocumentTitle: expect.stringContaining('Preliminary'),
        VerificationFlag: 'UNVERIFIED',
      });
    });

    it('keeps what is signed beside what was not, in one study and series', async () => {
      const before = await store(source, pdfOf(1000));
      const after = await store(signed, pdfOf(1002));
      expect(after.Status).toBe('Success');
      expect(after.ID).not.toBe(before.ID);
      expect(await json('instances')).toHaveLength(2);
      expect(await json('studies')).toHaveLength(1);
      expect(await json('series')).toHaveLength(1);
    });
  },
);
