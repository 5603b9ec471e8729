import * as fc from 'fast-check';
import { expectReadBack, expectSameAsCdk8s } from './properties';
import { readers, strictReader } from './readers';
import { documentAboutOneText, tree } from './troublesome';

/** 100,000 documents in all. Each is read back by one of the readers; the fuzz run asks all of them, for millions. */
const TEXTS_PER_READER = 23_500;
const TREES_PER_READER = 2_000;

describe.each([...readers, strictReader])('a document about one text, read by $name', (reader) => {
  it('is printed as by cdk8s, and read back as it was', () => {
    fc.assert(
      fc.property(documentAboutOneText, (document) => {
        expectSameAsCdk8s(document);
        expectReadBack(document, reader);
      }),
      { numRuns: TEXTS_PER_READER },
    );
  });
});

describe.each(readers)('a tree of everything, read by $name', (reader) => {
  it('is printed as by cdk8s, and read back as it was', () => {
    fc.assert(
      fc.property(tree, (document) => {
        expectSameAsCdk8s(document);
        expectReadBack(document, reader);
      }),
      { numRuns: TREES_PER_READER },
    );
  });
});
