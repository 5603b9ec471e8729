#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { cli } from './cli';
import type { Io } from './io';

// Taken before any app can replace them: what an app prints is not what the command prints.
const { stderr, stdout } = process;
const [writeStdout, writeStderr] = [stdout, stderr].map((stream) => stream.write.bind(stream));
const exit = process.exit.bind(process);

// Compiled code is kept for the next run, among the temporary files (Node 22 and newer): a tenth less to do.
// NODE_DISABLE_COMPILE_CACHE=1 switches it off.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

const io: Io = {
  stdout: (text) => void writeStdout(text),
  stderr: (text) => void writeStderr(text),
  stdoutIsTerminal: stdout.isTTY === true,
  stderrIsTerminal: stderr.isTTY === true,
  folder: process.cwd(),
  environment: { ...process.env },
};

// A reader that has read enough (`plimsoll synth --stdout | head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? 0 : 1));

void cli(process.argv.slice(2), io).then(
  // Timers of the app must not keep the command running, and output must be through before it ends.
  (exitCode) => writeStdout('', () => writeStderr('', () => exit(exitCode))),
  (error: unknown) => {
    writeStderr(`plimsoll: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    writeStderr('This is a fault of Plimsoll itself; please report it with the lines above.\n', () => exit(1));
  },
);
