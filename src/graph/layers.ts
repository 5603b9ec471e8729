import type { Box, Point, Size } from './placement';

/** A line between two boxes, by their places in the list. */
export interface LayerLine {
  readonly from: number;
  readonly to: number;
  /** Room that its label takes. @default - it has none */
  readonly label?: Size;
}

/** Boxes in layers, from the left to the right, and lines between them. */
export interface Layers {
  readonly boxes: readonly Box[];
  readonly lines: readonly { readonly points: readonly Point[]; readonly label?: Point }[];
}

/** Puts a few boxes that hang together into layers. It is a function of its input alone. */
export type LayOutLayers = (boxes: readonly Size[], lines: readonly LayerLine[]) => Layers;

/** Lines that are put into layers in one drawing, those of boxes that were asked for before left out. */
const mostLines = 4_000;

/**
 * The same, where what was asked before is not computed again: applications look alike. Where they do not, there is an end to it, so
 * that drawings of many thousand objects do not take minutes.
 *
 * @returns a function that gives nothing for what is too much
 */
export function remembering(
  layOut: LayOutLayers,
): (boxes: readonly Size[], lines: readonly LayerLine[]) => Layers | undefined {
  const known = new Map<string, Layers>();
  let spent = 0;
  return (boxes, lines) => {
    const key = [
      ...boxes.map(({ height, width }) => `${width}x${height}`),
      ...lines.map(({ from, label, to }) => `${from}-${to}${label ? ` ${label.width}x${label.height}` : ''}`),
    ].join(',');
    const layers = known.get(key);
    if (layers || spent + lines.length > mostLines) return layers;
    spent += lines.length;
    const made = layOut(boxes, lines);
    known.set(key, made);
    return made;
  };
}
