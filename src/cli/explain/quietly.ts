/**
 * Does something during which the code of the app can neither print nor end the process: it runs again and again, for
 * nobody to see. Nor are stacks captured: where things are made then, nobody asks, and it takes most of the time.
 */
export function quietly<T>(work: () => T): T {
  const { exit } = process;
  const { captureStackTrace, stackTraceLimit } = Error;
  const streams = [process.stdout, process.stderr];
  const writes = streams.map(({ write }) => write);
  for (const stream of streams) stream.write = () => true;
  Error.captureStackTrace = () => undefined;
  Error.stackTraceLimit = 0;
  process.exit = (code) => {
    throw new Error(`the app ended itself with the code ${String(code)}`);
  };
  try {
    return work();
  } finally {
    process.exit = exit;
    Object.assign(Error, { captureStackTrace, stackTraceLimit });
    streams.forEach((stream, index) => (stream.write = writes[index]!));
  }
}
