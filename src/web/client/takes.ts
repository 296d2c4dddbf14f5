/** Lets a picture be taken as a file: SVG as it stands, PNG at twice its size. */
export function listenToTakes(): void {
  document.addEventListener("click", ({ target }) => {
    const copy = (target as Element).closest?.<HTMLElement>("[data-copy]");
    if (copy != null) void copied(copy);
    const network = (target as Element).closest?.<HTMLElement>("[data-gephi]");
    if (network != null) open(gephiLite(network.dataset.gephi ?? ""), "_blank", "noopener");
    const button = (target as Element).closest?.<HTMLElement>("[data-take]");
    const figure = button?.closest<HTMLElement>("[data-figure]");
    const svg = figure?.querySelector("svg");
    if (button == null || figure == null || svg == null) return;
    const name = figure.dataset.figure ?? "figure";
    if (button.dataset.take === "svg")
      save(new Blob([svgText(svg)], { type: "image/svg+xml" }), `${name}.svg`);
    else void pngOf(svg).then((blob) => save(blob, `${name}.png`));
  });
}

/** The words with where they stand, for a footnote. */
async function copied(link: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(`${link.dataset.copy} ${(link as HTMLAnchorElement).href}`);
  const before = link.textContent;
  link.textContent = "copied";
  setTimeout(() => {
    link.textContent = before;
  }, 1_500);
}

/** Where Gephi Lite opens a network: in the browser, which fetches it from here. */
function gephiLite(path: string): string {
  return `https://gephi.org/gephi-lite/?file=${encodeURIComponent(new URL(path, location.href).href)}`;
}

const looks = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
];

/** The picture with its looks written into it: elsewhere the page's style is not there. */
function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [shown, copied] = [svg.querySelectorAll("*"), copy.querySelectorAll<SVGElement>("*")];
  for (const [index, element] of shown.entries()) {
    const look = getComputedStyle(element);
    copied[index]?.setAttribute(
      "style",
      looks.map((name) => `${name}:${look.getPropertyValue(name)}`).join(";"),
    );
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("style", `background:${getComputedStyle(document.body).backgroundColor}`);
  return new XMLSerializer().serializeToString(copy);
}

async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error("No picture came of it.")) : resolve(blob))),
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
