import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunFiles } from '../contract/view.ts';
import type { Announced } from '../delivery/hand-over.ts';
import { documentNames } from '../documents/document-names.ts';
import type { Addendum } from '../domain/addendum.ts';
import type { DeliveryDesk } from './delivery-desk.ts';
import { handedOver } from './handed-over.ts';
import { type Issue, issueFolder, issueName, issueOf } from './issue.ts';
import { UnderWay } from './under-way.ts';

export interface IssuingOptions {
  readonly documents: { issue(path: string, runId: string, wantsReview: boolean): Promise<RunFiles> };
  readonly keeping: { read(folder: string): Promise<Kept> };
  readonly delivery: Pick<DeliveryDesk, 'announce' | 'handOver' | 'callOff'>;
  readonly say: (line: string) => void;
}

type Kept =
  | { readonly ok: true; readonly addenda: readonly Addendum[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Documents of a record are made as it stands and handed over to be delivered. Announced first: what a program that is killed
 * leaves half done is done at the next start, and as the same record gives the same bytes nothing is delivered twice.
 */
export class Issuing {
  readonly #options: IssuingOptions;
  readonly #underWay = new UnderWay();

  constructor(options: IssuingOptions) {
    this.#options = options;
  }

  /** Resolves once none is under way: a program that ends takes nothing along that was signed before. */
  settled(): Promise<void> {
    return this.#underWay.settled();
  }

  /** Never rejects: what stands in the way is said. */
  issue(path: string, runId: string, wantsReview: boolean): Promise<void> {
    return this.#underWay.watched(this.#issue(path, runId, wantsReview));
  }

  async #issue(path: string, runId: string, wantsReview: boolean): Promise<void> {
    const { documents, keeping, delivery, say } = this.#options;
    const read = await keeping.read(dirname(path));
    if (!read.ok) return say(read.problem);
    const issue = issueOf(runId, read.addenda, wantsReview);
    const announced = { issue: issueName(issue), recordId: runId, journalPath: path, wantsReview };
    tell(await delivery.announce(announced), say);
    const { folder } = await documents.issue(path, runId, wantsReview);
    // Not made, or something was said of the record meanwhile and others were made: those are handed over by whoever asked for them.
    if (folder !== issueFolder(issue, path)) return say(notHandedOver(issue));
    const names: readonly string[] = await readdir(folder).catch(() => []);
    tell(await delivery.handOver(handedOver(issue, folder, names)), say);
    // What could not be made now is made at the next start.
    if (documentNames.some((name) => !names.includes(name))) tell(await delivery.announce(announced), say);
  }

  /** One after the other, as an earlier start has left them. */
  async finish(unfinished: readonly Announced[]): Promise<void> {
    for (const { issue, recordId, journalPath, wantsReview } of unfinished) {
      // More may have been said of the record since: it goes out as it stands.
      const read = await this.#options.keeping.read(dirname(journalPath));
      if (read.ok && issueName(issueOf(recordId, read.addenda, wantsReview)) !== issue)
        tell(await this.#options.delivery.callOff(issue), this.#options.say);
      await this.issue(journalPath, recordId, wantsReview);
    }
  }
}

const notHandedOver = (issue: Issue): string =>
  `The documents ${issueName(issue)} were not made and are not delivered: they are made again at the next start.`;

function tell(problem: string | null, say: (line: string) => void): void {
  if (problem !== null) say(problem);
}
