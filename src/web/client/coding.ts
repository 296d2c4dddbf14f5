import { anchorOf } from "../components/stance.ts";
import { type Changed, changed } from "./change.ts";
import { codedIn } from "./coded.ts";
import { hasKey, keyGiven, ownKey, say } from "./own-key.ts";
import { type Place, placeIn, quoteAt } from "./passage.ts";

type Go = (path: string) => Promise<void>;

let isListening = false;
/** The words selected in the text; they stay chosen while the form has the focus. */
let chosen: Place | null = null;

/** Lets who has a key code a stance from words selected in the text of the document shown. */
export function takeUpCoding(go: Go): void {
  choose(null);
  showKeyed();
  if (isListening) return;
  isListening = true;
  document.addEventListener("selectionchange", onSelection);
  document.addEventListener(keyGiven, showKeyed);
  document.addEventListener("pointerdown", ({ target }) =>
    unlink((target as Element).closest?.("[data-text] a")),
  );
  document.addEventListener("pointerup", ({ target }) => {
    // By then the browser has taken a selection away that was clicked into.
    if ((target as Element).closest?.("[data-text]") && ownKey() !== "") setTimeout(showForm);
  });
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    // Words that were selected within a mark are meant, not where the mark leads.
    if (target.closest?.("[data-text] a") && getSelection()?.isCollapsed === false) event.preventDefault();
    if (target.closest?.("[data-code-close]")) hideForm();
    if (!target.closest?.("[data-code-open]") || !hasKey("propose")) return;
    showForm();
    form()?.querySelector<HTMLElement>("[name=holder]")?.focus();
  });
  document.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && form()?.contains(target as Element)) hideForm();
  });
  // Before the page's own listener, which takes forms for ways to other pages.
  document.addEventListener(
    "submit",
    (event) => {
      if (event.target !== form()) return;
      event.preventDefault();
      void propose(go);
    },
    { capture: true },
  );
}

/** Browsers begin no selection in a link; so a mark is none from the press of a pointer to its release. */
function unlink(mark: Element | null | undefined): void {
  const href = mark?.getAttribute("href");
  if (mark == null || href == null) return;
  mark.removeAttribute("href");
  for (const ending of ["pointerup", "pointercancel"])
    addEventListener(ending, () => mark.setAttribute("href", href), { capture: true, once: true });
}

function place(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-code]");
}

function form(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("[data-code-form]");
}

function text(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-text]");
}

/** With a key, the place for coding stays in view while the text is read. */
function showKeyed(): void {
  if (ownKey() === "") return;
  place()?.classList.add("is-keyed");
  place()?.querySelector("details")?.removeAttribute("open");
}

function onSelection(): void {
  const selection = getSelection();
  const shown = text();
  if (selection === null || selection.rangeCount === 0 || shown === null) return;
  const range = selection.getRangeAt(0);
  const found = placeIn(shown, range);
  // What is selected elsewhere, as in a field of the form, takes nothing away.
  if (found === null && !shown.contains(range.startContainer)) return;
  // Nor does a click while the form is open.
  if (found === null && form()?.hidden === false) return;
  choose(found);
  if (found !== null) CSS.highlights?.set("coding", new Highlight(range.cloneRange()));
}

function choose(found: Place | null): void {
  chosen = found;
  const button = place()?.querySelector<HTMLButtonElement>("[data-code-open]");
  if (button != null) button.disabled = found === null;
  if (found === null) CSS.highlights?.delete("coding");
  else if (form()?.hidden === false) fillQuote(found);
}

function fillQuote({ start, end }: Place): void {
  const field = form()?.elements.namedItem("quote") as HTMLTextAreaElement | undefined;
  if (field !== undefined) field.value = (text()?.textContent ?? "").slice(start, end);
}

function showForm(): void {
  const shown = form();
  if (shown === null || chosen === null) return;
  if (shown.hidden) tellTrouble("");
  shown.hidden = false;
  fillQuote(chosen);
}

function hideForm(): void {
  const shown = form();
  if (shown === null) return;
  shown.hidden = true;
  place()?.querySelector<HTMLElement>("[data-code-open]")?.focus();
}

/** Proposes what the form says, and shows what came of it in the text. */
async function propose(go: Go): Promise<void> {
  const shown = form();
  const words = text()?.textContent ?? "";
  if (shown === null || chosen === null || !hasKey("propose")) return;
  const input = {
    ...codedIn(shown),
    document: place()?.dataset.code,
    status: "PROPOSED",
    quote: [quoteAt(words, chosen)],
    why: "Coded from the text in the dashboard",
  };
  const button = shown.querySelector<HTMLButtonElement>("button:not([type])");
  if (button !== null) button.disabled = true;
  const done = await changed({ mutation: "recordStance", input }).catch(unsent);
  if (button !== null) button.disabled = false;
  if (done.refusal !== null || done.stance === null) return refused(shown, done);
  shown.reset();
  hideForm();
  choose(null);
  const [evidence] = done.stance.evidence;
  const anchor = `#${anchorOf(evidence?.id ?? "")}`;
  await go(`${location.pathname}${location.search}${anchor}`);
  say(done.outcome === "PRESENT" ? "It was there already." : "It is proposed, and awaits review.", [
    link("In the text", anchor),
    link("In the review", "/review"),
  ]);
  document.querySelector<HTMLElement>("[data-said] a")?.focus({ preventScroll: true });
}

function unsent(error: Error): Changed {
  return { refusal: `It was not sent: ${error.message}.`, field: null, outcome: null, stance: null };
}

function refused(shown: HTMLFormElement, { refusal, field }: Changed): void {
  tellTrouble(refusal ?? "It was refused.");
  const named = field === null ? null : shown.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
  (named ?? shown.querySelector<HTMLElement>("[name=holder]"))?.focus();
}

function tellTrouble(sentence: string): void {
  const told = form()?.querySelector("[data-code-trouble]");
  if (told != null) told.textContent = sentence;
}

function link(textContent: string, href: string): HTMLAnchorElement {
  return Object.assign(document.createElement("a"), { textContent, href });
}
