/** What a picture is made of: text, in the order in which it is painted. */
export type Marks = readonly string[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Card {
  readonly width: number;
  readonly height: number;
  /** What is to be seen, for those who do not see it. */
  readonly title: string;
  readonly marks: Marks;
}

/** A picture on a ground of its own, so that it reads on any page, light or dark. */
export function card({ width, height, title, marks }: Card): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`;
  const ground = `<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>`;
  return `${[head, `<title>${escaped(title)}</title>`, style, ground, ...marks, "</svg>"].join("\n")}\n`;
}

export interface Written {
  readonly at: Point;
  readonly text: string;
  readonly look?: string;
  readonly anchor?: "start" | "middle" | "end";
}

export function written({ at, text, look = "label", anchor = "start" }: Written): string {
  return `<text class="${look}" x="${round(at.x)}" y="${round(at.y)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly look: string;
  readonly width?: number;
}

export function line({ from, to, look, width = 1 }: Line): string {
  const ends = `x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"`;
  return `<line class="${look}" ${ends} stroke-width="${round(width)}"/>`;
}

export function dot({ at, radius, look }: { at: Point; radius: number; look: string }): string {
  return `<circle class="${look}" cx="${round(at.x)}" cy="${round(at.y)}" r="${radius}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const style = `<style>
text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1b1f24; paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
.heading { font-size: 16px; font-weight: 600; }
.small { font-size: 12px; fill: #57606a; }
.ground { fill: #ffffff; stroke: #d0d7de; }
.one { fill: #b8500a; } .other { fill: #1f6fb4; } .neither { fill: #6e7781; }
.dot { stroke: #ffffff; } .named { stroke: #1b1f24; stroke-width: 1.2; }
.leader { stroke: #8c959f; } .axis { stroke: #8c959f; }
.agree { stroke: #1f6fb4; stroke-opacity: 0.55; } .dispute { stroke: #b8500a; stroke-dasharray: 6 5; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; stroke: #0d1117; }
.small { fill: #9da7b3; }
.ground { fill: #0d1117; stroke: #3d444d; }
.one { fill: #f0883e; } .other { fill: #58a6ff; } .neither { fill: #9da7b3; }
.dot { stroke: #0d1117; } .named { stroke: #e6edf3; }
.leader { stroke: #6e7681; } .axis { stroke: #6e7681; }
.agree { stroke: #58a6ff; } .dispute { stroke: #f0883e; }
}
</style>`;
