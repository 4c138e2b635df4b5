/** Writes `people.json` of the folder it is given, over and over, until it is killed. */
import { join } from 'node:path';
import { PeopleFile } from '../../../electron/access/people-file.ts';

const file = await PeopleFile.open(join(process.argv[2] as string, 'people.json'));
const [first] = file.people;
if (first === undefined) throw new Error('nobody is there');
for (let round = 0; ; round += 1) {
  const others = Array.from({ length: 1 + (round % 300) }, (_, at) => ({
    ...first,
    id: `other-${at}`,
    name: `Other ${at}`,
  }));
  const problem = await file.keep([first, ...others]);
  if (problem !== null) throw new Error(JSON.stringify(problem));
  if (round === 0) process.stdout.write('writing\n');
}
