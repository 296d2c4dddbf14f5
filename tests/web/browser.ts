import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const found = places.find((place) => existsSync(place));
const isRequired = process.env.STANCEGRAPH_BROWSER === "required";

/** Whether there is a browser to test with. Without one the tests are skipped aloud, or fail where it is required. */
export const hasBrowser = found !== undefined || isRequired;
if (!hasBrowser)
  console.warn(
    "\nNo Chromium is installed, so the pages are NOT tested in a browser (apt-get install chromium).\n",
  );

export function launched(): Promise<Browser> {
  if (found === undefined)
    throw new Error(`STANCEGRAPH_BROWSER is "required", and there is no Chromium: ${places.join(", ")}.`);
  return chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
}

/** A page that keeps book of what it asks for and what it complains about. */
export async function watched(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) {
  const page = await (await browser.newContext(options)).newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  return { page, requests, complaints };
}

/** Texts whose colour is less than 4.5 to 1 on their ground (WCAG AA). */
export function faintTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = ([r = 0, g = 0, b = 0]: readonly number[]) => {
      const linear = (value: number) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const groundOf = (element: Element | null): readonly number[] => {
      for (let each = element; each !== null; each = each.parentElement) {
        const colour = channels(getComputedStyle(each).backgroundColor);
        if (colour[3] !== 0) return colour;
      }
      return [255, 255, 255];
    };
    const holders = [...document.body.querySelectorAll("*")].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ""),
    );
    return holders.flatMap((element) => {
      const [text, ground] = [
        luminance(channels(getComputedStyle(element).color)),
        luminance(groundOf(element)),
      ];
      const ratio = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
      return ratio < 4.5 ? [`${ratio.toFixed(2)}: ${element.textContent?.slice(0, 40)}`] : [];
    });
  });
}
