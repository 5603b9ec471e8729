// CPU time against objects, both logarithmic, as an SVG that reads in light and dark.
const [width, height, left, right, top, bottom] = [720, 420, 60, 200, 20, 50];
const colours = ['#d1495b', '#edae49', '#00798c'];

export function drawGrowth(series) {
  const xs = series.flatMap(({ points }) => points.map(([x]) => x));
  const ys = series.flatMap(({ points }) => points.map(([, y]) => y));
  const scale = (values, from, to) => {
    const [low, high] = [
      Math.floor(Math.log10(Math.min(...values)) * 2) / 2,
      Math.ceil(Math.log10(Math.max(...values)) * 2) / 2,
    ];
    return { low, high, at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from) };
  };
  const x = scale(xs, left, width - right);
  const y = scale(ys, height - bottom, top);
  const ticks = ({ low, high }) =>
    [1, 2, 5]
      .flatMap((digit) => Array.from({ length: 8 }, (_, power) => digit * 10 ** (power - 2)))
      .filter((value) => Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9);
  const parts = [];
  for (const value of ticks(x)) {
    parts.push(`<line x1="${x.at(value)}" y1="${top}" x2="${x.at(value)}" y2="${height - bottom}" class="grid"/>`);
    parts.push(`<text x="${x.at(value)}" y="${height - bottom + 18}" text-anchor="middle">${value}</text>`);
  }
  for (const value of ticks(y)) {
    parts.push(`<line x1="${left}" y1="${y.at(value)}" x2="${width - right}" y2="${y.at(value)}" class="grid"/>`);
    parts.push(`<text x="${left - 8}" y="${y.at(value) + 4}" text-anchor="end">${value}</text>`);
  }
  parts.push(
    `<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">objects in one chart</text>`,
  );
  parts.push(
    `<text x="14" y="${(top + height - bottom) / 2}" text-anchor="middle" transform="rotate(-90 14 ${(top + height - bottom) / 2})">CPU, seconds</text>`,
  );
  for (const [index, { name, points }] of series.entries()) {
    const place = points.map(([px, py]) => `${x.at(px).toFixed(1)},${y.at(py).toFixed(1)}`);
    parts.push(`<polyline points="${place.join(' ')}" fill="none" stroke="${colours[index]}" stroke-width="2.5"/>`);
    for (const point of place)
      parts.push(`<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3.5" fill="${colours[index]}"/>`);
    const words = name.split(', ');
    const end = y.at(points[points.length - 1][1]);
    words.forEach((word, line) =>
      parts.push(
        `<text x="${width - right + 12}" y="${end + line * 15}" fill="${colours[index]}" class="name">${word}</text>`,
      ),
    );
  }
  const style =
    'text{font:12px sans-serif;fill:#555}.grid{stroke:#8884;stroke-width:1}.name{font-weight:600}@media(prefers-color-scheme:dark){text{fill:#bbb}}';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="CPU time against objects"><style>${style}</style>${parts.join('')}</svg>\n`;
}
