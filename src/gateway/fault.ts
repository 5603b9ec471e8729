/** What the API server finds wrong with a route; the types are those of its own answers. */
export interface RouteFault {
  readonly type: FaultType;
  /** Path of the field, such as `spec.rules[0].name`. */
  readonly field: string;
  /** What was found, as a message says it. */
  readonly found: string;
  /** What it must do or be: `be text`. */
  readonly must: string;
}

/** Why a field is wrong. */
export type FaultType =
  'Unknown' | 'Required' | 'TypeInvalid' | 'NotSupported' | 'TooLong' | 'TooMany' | 'Invalid' | 'Duplicate';

/** Where the faults that are found go to. */
export type Report = (type: FaultType, field: string, found: string, must: string) => void;

const words: Readonly<Record<FaultType, string>> = {
  Unknown: 'Unknown field',
  Required: 'Required value',
  TypeInvalid: 'Invalid value',
  NotSupported: 'Unsupported value',
  TooLong: 'Too long',
  TooMany: 'Too many',
  Invalid: 'Invalid value',
  Duplicate: 'Duplicate value',
};

/** A fault in the manner of the API server: `Invalid value: "a": must be ...`. */
export function describeFault({ type, found, must }: RouteFault): string {
  return type === 'Required' || type === 'Unknown'
    ? `${words[type]}: must ${must}`
    : `${words[type]}: ${found}: must ${must}`;
}
