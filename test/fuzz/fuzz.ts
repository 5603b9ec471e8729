/**
 * Prints millions of troublesome documents, compares each with what cdk8s prints, and reads each back with every reader.
 *
 *     npm run fuzz -- [documents] [seed]
 *
 * Stops at the first document that is printed wrong, made as small as possible, with the seed that finds it again.
 */
import * as fc from 'fast-check';
import { expectPositions, expectReadBack, expectSameAsCdk8s } from '../yaml/properties';
import { readers, strictReader } from '../yaml/readers';
import { documentAboutOneText, documentWithSharedObjects, tree } from '../yaml/troublesome';

const DEFAULT_DOCUMENTS = 2_000_000;
const DOCUMENTS_PER_ROUND = 50_000;

interface Property {
  readonly name: string;
  /** Of the documents of a round, how many are for this property. */
  readonly share: number;
  readonly property: fc.IProperty<[unknown]>;
}

const properties: readonly Property[] = [
  {
    name: 'a document about one text',
    share: 0.8,
    property: fc.property(documentAboutOneText, (document) => {
      expectSameAsCdk8s(document);
      for (const reader of [...readers, strictReader]) expectReadBack(document, reader);
    }),
  },
  {
    name: 'a tree of everything',
    share: 0.15,
    property: fc.property(tree, (document) => {
      expectSameAsCdk8s(document);
      for (const reader of readers) expectReadBack(document, reader);
      expectPositions(document);
    }),
  },
  {
    name: 'a document with shared objects',
    share: 0.05,
    property: fc.property(documentWithSharedObjects, (document) => {
      expectSameAsCdk8s(document);
      expectPositions(document);
    }),
  },
];

function main([documentsAsked, seedAsked]: readonly string[]): number {
  const documents = Number(documentsAsked ?? DEFAULT_DOCUMENTS);
  const firstSeed = Number(seedAsked ?? Date.now() % 2 ** 31);
  if (!Number.isInteger(documents) || documents < 1 || !Number.isInteger(firstSeed)) {
    console.error('usage: npm run fuzz -- [documents, at least 1] [seed, a whole number]');
    return 2;
  }
  const started = Date.now();
  for (let done = 0, seed = firstSeed; done < documents; done += DOCUMENTS_PER_ROUND, seed++) {
    const round = Math.min(DOCUMENTS_PER_ROUND, documents - done);
    for (const { name, share, property } of properties) {
      const result = fc.check(property, { numRuns: Math.max(1, Math.round(round * share)), seed });
      if (result.failed) {
        console.error(`${name}, found with: npm run fuzz -- ${DOCUMENTS_PER_ROUND} ${seed}`);
        console.error(fc.defaultReportMessage(result));
        return 1;
      }
    }
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`${(done + round).toLocaleString('en')} documents, ${seconds} s, next seed ${seed + 1}`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
