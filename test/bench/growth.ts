import type { BenchRow } from './measure';

/** Rows of one measure at sizes a factor of ten apart. */
const series = [
  {
    title: 'pipeline.cpu, µs at 10, 100 and 1,000 messages a second',
    rows: [10, 100, 1_000].map((size) => `pipeline.cpu.${String(size)}.1`),
  },
  {
    title: 'pixel.latency.wall, ms at 10, 100 and 1,000 events a second',
    rows: [10, 100, 1_000].map((size) => `pixel.latency.wall.${String(size)}`),
  },
  {
    title: 'chat.open, ms at 500, 5,000 and 50,000 lines',
    rows: [500, 5_000, 50_000].map((size) => `chat.open.${String(size)}`),
  },
] as const;
const sizes = ['1×', '10×', '100×'];
const colours = ['#0b6bcb', '#b45309', '#15803d'];
const [width, height, left, top, right, bottom] = [560, 240, 48, 16, 16, 28];
/** Cost at a size, as a multiple of the cost at the smallest. */
const most = 4;

/** A chart of how the cost of a measure grows with its size, as SVG; `null` if a row was not measured. */
export function growthChart(rows: readonly BenchRow[]): string | null {
  const valueOf = new Map(rows.map(({ name, value }) => [name, value]));
  const x = (place: number): number => left + (place * (width - left - right)) / (sizes.length - 1);
  const y = (multiple: number): number => height - bottom - (Math.min(multiple, most) / most) * (height - top - bottom);
  const lines = series.map(({ title, rows: names }, at) => {
    const values = names.map((name) => valueOf.get(name) ?? null);
    const first = values[0] ?? null;
    if (first === null || values.includes(null)) return null;
    const multiples = values.map((value) => (value ?? 0) / first);
    const points = multiples.map((multiple, place) => `${x(place).toFixed(0)},${y(multiple).toFixed(0)}`).join(' ');
    const colour = colours[at] ?? '';
    const said = `${title}: ${values.map(String).join(', ')}`;
    const textY = top + 14 + at * 18;
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${String(left + 12)}" y="${String(textY)}" fill="${colour}">${said}</text>`;
  });
  if (lines.includes(null)) return null;
  const grid = Array.from({ length: most + 1 }, (_, multiple) => {
    const at = y(multiple).toFixed(0);
    return `<line x1="${String(left)}" x2="${String(width - right)}" y1="${at}" y2="${at}" stroke="#d4d4d8"/><text x="8" y="${at}" dy="4" fill="#52525b">${String(multiple)}×</text>`;
  });
  const feet = sizes.map(
    (size, place) =>
      `<text x="${x(place).toFixed(0)}" y="${String(height - 8)}" text-anchor="middle" fill="#52525b">${size}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" font-family="sans-serif" font-size="12">`,
    `<title>Cost as a multiple of that of the smallest size, at sizes a factor of ten apart</title>`,
    `<rect width="${String(width)}" height="${String(height)}" fill="#ffffff"/>`,
    ...[...grid, ...feet, ...lines],
    '</svg>\n',
  ].join('\n');
}
