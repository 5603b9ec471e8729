import fc from 'fast-check';
import { problemsMarkdown } from '../../src/report/problem-markdown';
import { anyListing, anyText, listingOf, replicas, tag } from './problem-listings';

describe('problems in Markdown', () => {
  test('are counted, then listed by object, errors first', () => {
    const allowed = [{ ...tag, because: 'the vendor has no tags' }];
    expect(problemsMarkdown(listingOf([tag, replicas], { allowed }))).toMatchInlineSnapshot(`
     "### plimsoll check: 1 error, 1 warning

     dist: 1 file as the app makes it.

     | | code | problem | |
     |---|---|---|---|
     | error | PLM5001 | the API server would refuse the object | 1 |
     | warning | PLM7403 | an image has no fixed version | 1 |

     **Deployment web in namespace shop**

     - **error PLM5001** \`spec.replicas\`, \`src/main.ts:12\`, \`dist/shop.k8s.yaml:7\`: Invalid value: -1: must be at least 0<br>
       fix: Choose a number from 0.
     - **warning PLM7403** \`spec.template.spec.containers[0].image\`, \`src/main.ts:12\`, \`dist/shop.k8s.yaml:7\`: The image \`nginx\` has no tag.<br>
       fix: Name a version.

     <details>
     <summary>1 allowed</summary>

     - PLM7403 Deployment web in namespace shop: the vendor has no tags

     </details>
     "
    `);
  });

  test('are few words where nothing is wrong', () => {
    expect(problemsMarkdown(listingOf([]))).toBe(
      '### plimsoll check: no problems\n\ndist: 1 file as the app makes it.\n',
    );
  });

  test('never are too long for a comment, and count what is left out', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      ...replicas,
      message: `${'long '.repeat(20)}${index}`,
    }));
    const allowed = many.map((it) => ({ ...it, because: 'x'.repeat(5_000) }));
    const text = problemsMarkdown(listingOf(many, { allowed }));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\*\*(\d+) more problems are not shown here\*\*: `plimsoll check` shows them all\./);
    const [, left] = /\*\*(\d+) more problems/.exec(text) ?? [];
    expect(text.match(/^- \*\*error PLM5001\*\*/gm)!.length + Number(left)).toBe(5_000);
    expect(text).toContain('- and 4950 more');
  });

  test('never are too long, whatever is in them, and hold no markup but their own', () => {
    const huge = fc
      .tuple(anyText, fc.integer({ min: 1, max: 60_000 }))
      .map(([text, times]) => `${text}x`.repeat(times));
    const listing = fc.tuple(anyListing, huge).map(([it, message]) => ({
      ...it,
      summary: message,
      problems: it.problems.map((problem) => ({ ...problem, message })),
    }));
    fc.assert(
      fc.property(fc.oneof(anyListing, listing), (it) => {
        const text = problemsMarkdown(it);
        expect(Buffer.byteLength(text)).toBeLessThan(65_536);
        const bare = text.replace(/`[^`\n]*`/g, '');
        expect(bare.replace(/<br>$|^<\/?details>$|^<summary>\d+ allowed<\/summary>$/gm, '')).not.toMatch(/[<>@]/);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
      }),
      { numRuns: 60 },
    );
  });
});
