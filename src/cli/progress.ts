import type { Io } from './io';

/** Work of this many milliseconds is not worth a word. */
const patience = 500;

/** Says on a terminal what is going on, once it takes a while; says nothing in a pipe. */
export interface Progress {
  /** Names the step that begins now. */
  say(step: string): void;
  /** Leaves no trace. */
  end(): void;
}

/** @param isQuiet whether nothing is to be said whatever happens */
export function startProgress(io: Io, isQuiet: boolean): Progress {
  if (isQuiet || !io.stderrIsTerminal || io.environment.CI) return { say: () => undefined, end: () => undefined };
  let current = '';
  let shown = false;
  const show = (): void => {
    shown = true;
    io.stderr(`\r\u001b[2K${current}...`);
  };
  const timer = setTimeout(show, patience);
  timer.unref();
  return {
    say: (step) => {
      current = step;
      if (shown) show();
    },
    end: () => {
      clearTimeout(timer);
      if (shown) io.stderr('\r\u001b[2K');
    },
  };
}
