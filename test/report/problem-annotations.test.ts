import fc from 'fast-check';
import { problemsAnnotations } from '../../src/report/problem-annotations';
import { anyListing, listingOf, replicas, tag } from './problem-listings';

/** Reads a workflow command as the runner does. */
function readCommand(line: string): {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
} {
  const [, name, list, message] = /^::(\w+) ([^:]*)::(.*)$/s.exec(line) ?? [];
  const unescape = (text: string): string =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  const entries = list.split(',').map((part) => {
    const [key, ...value] = part.split('=');
    return [key, unescape(value.join('='))] as const;
  });
  return { name, properties: Object.fromEntries(entries), message: unescape(message) };
}

describe('problems as annotations of GitHub', () => {
  test('name the place, the title, what was found and what to do', () => {
    expect(problemsAnnotations(listingOf([replicas, { ...tag, place: undefined, message: 'a: 100%\nb, c::d' }]))).toBe(
      '::error file=src/main.ts,line=12,col=3,title=PLM5001%3A the API server would refuse the object::' +
        'Deployment web in namespace shop: spec.replicas: Invalid value: -1: must be at least 0%0AChoose a number from 0.\n' +
        '::warning title=PLM7403%3A an image has no fixed version::' +
        'Deployment web in namespace shop: spec.template.spec.containers[0].image: a: 100%25%0Ab, c::d%0AName a version.\n',
    );
  });

  test('are nothing where nothing is wrong, and leave out what is allowed', () => {
    expect(problemsAnnotations(listingOf([], { allowed: [{ ...tag, because: 'x' }] }))).toBe('');
  });

  test('are one command a problem, whatever is in them', () => {
    fc.assert(
      fc.property(anyListing, (listing) => {
        const lines = problemsAnnotations(listing).split('\n').slice(0, -1);
        expect(lines).toHaveLength(listing.problems.length);
        for (const [index, line] of lines.entries()) {
          const { name, properties } = readCommand(line);
          const { code, place, severity } = listing.problems[index];
          expect(name).toBe(severity);
          expect(properties.title).toMatch(new RegExp(`^${code}: `));
          expect(properties.line).toBe(place && String(place.line));
          expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f]|\p{Surrogate}/u);
        }
      }),
    );
  });
});
