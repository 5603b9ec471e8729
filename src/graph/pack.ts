import type { Point, Size } from './placement';

/** How much wider than high what is packed should be. */
const proportion = 1.6;

/** Where boxes stand that were packed, and how much room they take together. */
export interface Packed extends Size {
  readonly places: readonly Point[];
}

/** Rows of these lengths are tried, as parts of the one that would fill a rectangle without gaps. */
const lengths = [1, 1.2, 1.45];

/**
 * Packs boxes into rows, the highest first, so that all of them together are somewhat wider than high.
 *
 * @param gap the distance between boxes
 */
export function pack(boxes: readonly Size[], gap: number): Packed {
  const area = boxes.reduce((sum, { height, width }) => sum + (width + gap) * (height + gap), 0);
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0);
  const order = boxes.map((_, index) => index);
  order.sort((left, right) => boxes[right].height - boxes[left].height || left - right);
  const packed = lengths.map((length) => {
    return packRows(boxes, order, Math.max(widest, length * Math.sqrt(area * proportion)), gap);
  });
  return packed.reduce((best, one) => (distortion(one) < distortion(best) ? one : best));
}

function distortion({ height, width }: Size): number {
  return Math.abs(Math.log(Math.max(width, 1) / Math.max(height, 1) / proportion));
}

function packRows(boxes: readonly Size[], order: readonly number[], limit: number, gap: number): Packed {
  const places: Point[] = [];
  const row = { x: 0, y: 0, height: 0 };
  let width = 0;
  for (const index of order) {
    const box = boxes[index];
    if (row.x > 0 && row.x + box.width > limit) Object.assign(row, { x: 0, y: row.y + row.height + gap, height: 0 });
    places[index] = { x: row.x, y: row.y };
    row.x += box.width + gap;
    row.height = Math.max(row.height, box.height);
    width = Math.max(width, row.x - gap);
  }
  return { places, width, height: row.y + row.height };
}
