import type { Layers } from './layers';
import type { Box, Line } from './placement';

/** A line between two boxes that are not in layers: to the side where the other one is, else down or up. */
export function lineBetween(from: Box, to: Box): Line {
  const [fromMiddle, toMiddle] = [from.y + from.height / 2, to.y + to.height / 2];
  if (to.x >= from.x + from.width) {
    return across({ x: from.x + from.width, y: fromMiddle }, { x: to.x, y: toMiddle });
  }
  if (to.x + to.width <= from.x) return across({ x: from.x, y: fromMiddle }, { x: to.x + to.width, y: toMiddle });
  const isBelow = to.y >= from.y;
  const start = { x: Math.round(from.x + from.width / 2), y: isBelow ? from.y + from.height : from.y };
  const end = { x: Math.round(to.x + to.width / 2), y: isBelow ? to.y : to.y + to.height };
  return { points: [start, end], direction: 'down' };
}

/** The same where it passes through layers: it leaves and arrives in the middle of a side, and not where it happens to cross the border. */
export function throughLayers(from: Box, { label, points }: Layers['lines'][number], to: Box): Line {
  const direct = lineBetween(from, to);
  const [start, end] = direct.points;
  return { direction: direct.direction, points: [start, ...points.slice(1, -1), end], ...(label && { label }) };
}

function across(...points: Line['points']): Line {
  return { points, direction: 'across' };
}
