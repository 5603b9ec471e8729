import { counted } from '../changes/data';
import type { ChangeGroup } from '../changes/group-changes';
import { shorten } from './problem-report';

/** Where the code is that makes something. */
export interface OriginLine {
  /** `src/main.ts:12:3`. @default - not known */
  readonly position?: string;
  /** The construct and the file of one object; of several, how many there are. */
  readonly details: string;
}

/** Places named for one group. */
const mostNamed = 5;
/** Objects of a group whose places are looked up: each may mean to read a source map. */
const mostLocated = 100;

/** Where the objects of a group are made, and which file they are in. */
export function originsOf({ changes }: ChangeGroup, folder: string): readonly OriginLine[] {
  const places = new Map<string | undefined, string[]>();
  for (const { after, before } of changes.slice(0, mostLocated)) {
    const source = after?.origin?.locate();
    const position = source && `${shorten(source.file, folder)}:${source.line}:${source.column}`;
    const file = (after ?? before)?.file;
    const details = [source && after?.origin?.construct, file].filter(Boolean).join(', ');
    const others = places.get(position);
    if (others) others.push(details);
    else places.set(position, [details]);
  }
  const lines = [...places].flatMap(([position, details]): readonly OriginLine[] => {
    const where = position === undefined ? {} : { position };
    if (details.length === 1)
      return details[0] === '' && position === undefined ? [] : [{ ...where, details: details[0] }];
    const files = new Set(details.map((it) => it.slice(it.lastIndexOf(' ') + 1)));
    if (position === undefined) return files.size === 1 && !files.has('') ? [{ details: [...files][0] }] : [];
    return [{ position, details: counted(details.length, 'object') }];
  });
  const more = lines.length - mostNamed;
  if (more > 0) return [...lines.slice(0, mostNamed), { details: `and ${counted(more, 'more place')}` }];
  const notLocated = changes.length - mostLocated;
  return notLocated > 0 && lines.length > 0
    ? [...lines, { details: `and where ${counted(notLocated, 'more object')} are made` }]
    : lines;
}
