/** Begins with the files that live through whole portals: begun last, one of them would keep one core busy and the rest idle. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longFolders = [
  '/test/convergence/',
  '/test/cli/',
  '/test/integration/',
  '/test/jobs/',
  '/test/browser/walks/',
];

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

function rankOf(file: string): number {
  const rank = longFolders.findIndex((folder) => file.includes(folder));
  return rank < 0 ? longFolders.length : rank;
}
