import type { ChangeKind } from '../changes/change';
import type { Family } from './graph-words';

/** Colours of lines and small text on white; each has a contrast of at least 4.5 to it. */
export const inks: Readonly<Record<Family | ChangeKind | 'error' | 'warning', string>> = {
  workload: '#2f62c4',
  network: '#117a63',
  configuration: '#8a5f06',
  storage: '#7448c0',
  identity: '#b03a75',
  control: '#56697a',
  other: '#6b6b65',
  error: '#c4281f',
  warning: '#9a5a00',
  created: '#1c7c34',
  changed: '#8a5f06',
  renamed: '#8a5f06',
  moved: '#6b6b65',
  deleted: '#c4281f',
};

/** The same on a dark page. */
export const darkInks: typeof inks = {
  workload: '#8ab0ff',
  network: '#5fcdb2',
  configuration: '#e0b354',
  storage: '#bb9bf5',
  identity: '#f08fbe',
  control: '#a9bac9',
  other: '#b3b3ab',
  error: '#ff8d84',
  warning: '#f2b04a',
  created: '#6fd08a',
  changed: '#e0b354',
  renamed: '#e0b354',
  moved: '#b3b3ab',
  deleted: '#ff8d84',
};
