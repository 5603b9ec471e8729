import type { Line, Point } from '../graph/placement';

/** The way of a line as the `d` of an SVG path: from point to point in curves that leave and arrive straight. */
export function pathOf({ direction, points }: Line): string {
  const [start, ...others] = points;
  let path = `M${start.x} ${start.y}`;
  let last = start;
  for (const point of others) {
    path += curve(last, point, direction);
    last = point;
  }
  return path;
}

function curve(from: Point, to: Point, direction: Line['direction']): string {
  if (direction === 'across') {
    const middle = Math.round((from.x + to.x) / 2);
    return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
  }
  const middle = Math.round((from.y + to.y) / 2);
  return `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
}
