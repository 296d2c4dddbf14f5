import { hydrate, render } from "preact";
import { pageOf, titleOf } from "../app.ts";
import { placeOf } from "../place.ts";
import { routeTo, viewOf } from "../routes.ts";
import type { Loaded, View } from "../view.ts";
import { ask } from "./ask.ts";
import { drawNetwork } from "./drawing.ts";
import { listenToKeys } from "./keys.ts";
import { listenToKey } from "./own-key.ts";
import { listenToReview } from "./review.ts";
import { listenToTakes } from "./takes.ts";
import { listenToTheme } from "./theme.ts";

/** Takes the page over that the server has sent: from here on, pages are made in the browser from the API's answers. */
const root = document.getElementById("root") as HTMLElement;
let loaded = JSON.parse(document.getElementById("loaded")?.textContent ?? "null") as Loaded;
let going: AbortController | null = null;

await shown();
const first = routeTo(location.pathname);
const view = first === null ? null : await viewOf(first.route);
hydrate(pageOf(view, loaded), root);
enliven();
history.scrollRestoration = "manual";
// Before all others, as it has forms of its own.
listenToKey();
listenToReview();

addEventListener(
  "popstate",
  ({ state }) => void go(location.href, { isBack: true, scroll: scrollIn(state) }),
);
addEventListener("pagehide", keepScroll);
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest?.("a");
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || link === undefined || !isPlain || event.defaultPrevented || !leadsHere(link)) return;
  event.preventDefault();
  void go(link.href);
});
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== "get" || event.defaultPrevented) return;
  event.preventDefault();
  void go(urlOf(form));
});
document.addEventListener("change", ({ target }) => {
  const form = (target as HTMLElement).closest<HTMLFormElement>("form[data-auto]");
  form?.requestSubmit();
});
listenToKeys((path) => void go(path));
listenToTakes();
listenToTheme();

/** When the page that the server sent has been shown: making it again can wait for that. */
function shown(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function leadsHere(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.target !== "" || link.hasAttribute("download")) return false;
  const isSamePage = link.pathname === location.pathname && link.search === location.search;
  return !(isSamePage && link.hash !== "") && routeTo(link.pathname) !== null;
}

/** Where a form leads: what is left empty stays out of the URL. */
function urlOf(form: HTMLFormElement): string {
  const url = new URL(form.action, location.href);
  url.search = "";
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") url.searchParams.append(name, value);
  }
  return url.href;
}

interface Going {
  readonly isBack?: boolean;
  readonly scroll?: number;
}

/** Goes to a page. Whatever is odd about it is left to the server, which tells what it is. */
async function go(href: string, { isBack = false, scroll = 0 }: Going = {}): Promise<void> {
  const url = new URL(href, location.href);
  const found = routeTo(url.pathname);
  if (found === null) return location.assign(url);
  going?.abort();
  going = new AbortController();
  const { signal } = going;
  const progress = document.getElementById("progress");
  progress?.classList.add("is-on");
  try {
    const place = placeOf(url, found.params);
    const next = await viewOf(found.route);
    const before = next.first && (await ask(next.first.document, next.first.variables(place), signal));
    const data = await ask(next.document, next.variables(place, before), signal);
    if (place.problem !== null || next.isFound?.(data, place) === false) return location.assign(url);
    if (!isBack) {
      keepScroll();
      history.pushState(null, "", url);
    }
    show(next, { ...loaded, place, data, trouble: null }, { hash: url.hash, scroll });
    tellUnreachable(null);
  } catch (error) {
    if (signal.aborted) return;
    // What fetch throws when there is no answer at all: the page that is here stays, as the next would not come.
    if (error instanceof TypeError) tellUnreachable(url.href);
    else location.assign(url);
  } finally {
    if (!signal.aborted) document.getElementById("progress")?.classList.remove("is-on");
  }
}

/** Tells that the server does not answer, with the way to try again; null takes that away. */
function tellUnreachable(href: string | null): void {
  const place = document.getElementById("unreachable");
  if (place === null) return;
  place.hidden = href === null;
  place.replaceChildren();
  if (href === null) return;
  const again = Object.assign(document.createElement("a"), { href, textContent: "Try again" });
  place.append("The server does not answer; what you see is as it was. ", again);
}

function show(
  next: View,
  following: Loaded,
  { hash, scroll }: { readonly hash: string; readonly scroll: number },
): void {
  const isSamePath = loaded.place.path === following.place.path;
  loaded = following;
  render(pageOf(next, loaded), root);
  enliven();
  document.title = titleOf(next, loaded);
  const target = hash === "" ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
  if (target !== null) target.scrollIntoView();
  else if (!isSamePath || scroll > 0) scrollTo(0, scroll);
  // The reader's place moves with the page; on the same page it stays on what was used.
  if (!isSamePath) document.getElementById("main")?.focus({ preventScroll: true });
}

/** Shows what works only here. */
function enliven(): void {
  for (const element of document.querySelectorAll<HTMLElement>(".enlivened")) element.hidden = false;
  drawNetwork(loaded, (path) => void go(path));
  // What few pages need is loaded only there.
  if (document.querySelector("[data-names]") !== null)
    void import("./naming.ts").then(({ listenToNames }) => listenToNames());
  if (document.querySelector("[data-code]") !== null)
    void import("./coding.ts").then(({ takeUpCoding }) => takeUpCoding(go));
}

function keepScroll(): void {
  history.replaceState({ scroll: scrollY }, "");
}

function scrollIn(state: unknown): number {
  return (state as { readonly scroll?: number } | null)?.scroll ?? 0;
}
