import { type Change, changed } from "./change.ts";
import { correctedIn } from "./coded.ts";
import { hasKey, keyGiven, say } from "./own-key.ts";

/** How long a decision waits before it is sent, so that it can be taken back. */
const undoMs = 5_000;

interface Decision extends Change {
  /** Done, in a word. */
  readonly word: string;
}

interface Pending {
  readonly proposal: HTMLElement;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly send: () => void;
}

let pending: Pending | null = null;

/** Lets who has a key decide on proposals, by button or by key. */
export function listenToReview(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-edit]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const proposal = form.closest<HTMLElement>("[data-stance]");
    if (proposal === null) return;
    decide(proposal, {
      mutation: "reviseStance",
      input: correctedIn(form),
      word: "Accepted as corrected",
    });
  });
  document.addEventListener(keyGiven, () => proposals()[0]?.focus());
  addEventListener("pagehide", flush);
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest?.<HTMLElement>("[data-decide], [data-correct], [data-unedit]");
    const proposal = button?.closest<HTMLElement>("[data-stance]");
    if (button == null || proposal == null) return;
    if (button.dataset.decide === undefined) correct(proposal, button.dataset.correct !== undefined);
    else decide(proposal, decisionOn(proposal, button.dataset.decide));
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const proposal = (target as Element).closest<HTMLElement>("[data-stance]");
    const isWriting = ["INPUT", "TEXTAREA", "SELECT"].includes((target as HTMLElement).tagName);
    if (key === "Escape" && isWriting && proposal !== null) correct(proposal, false);
    if (proposals().length === 0 || isWriting) return;
    if (key === "j" || key === "k") move(proposal, key === "j" ? 1 : -1);
    else if (key === "a" && proposal !== null) decide(proposal, decisionOn(proposal, "ACCEPTED"));
    else if (key === "r" && proposal !== null) decide(proposal, decisionOn(proposal, "REJECTED"));
    else if (key === "e" && proposal !== null) correct(proposal, true);
    else if (key === "u") undo();
    else return;
    event.preventDefault();
  });
}

function proposals(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-stance]:not([hidden])")];
}

function move(from: HTMLElement | null, step: 1 | -1): void {
  const all = proposals();
  const at = from === null ? -1 : all.indexOf(from);
  all[from === null && step === -1 ? all.length - 1 : at + step]?.focus();
}

function decisionOn(proposal: HTMLElement, status: string): Decision {
  const code = proposal.querySelector<HTMLSelectElement>("[data-reason]")?.value || null;
  return {
    mutation: "reviewStance",
    input: { id: proposal.dataset.stance, status, code: status === "REJECTED" ? code : null },
    word: status === "ACCEPTED" ? "Accepted" : "Rejected",
  };
}

/** Shows the form that corrects a proposal, or puts it away. */
function correct(proposal: HTMLElement, isShown: boolean): void {
  const form = proposal.querySelector<HTMLFormElement>("[data-edit]");
  if (form === null) return;
  form.hidden = !isShown;
  if (isShown) form.querySelector<HTMLElement>("select")?.focus();
  else proposal.focus();
}

/** Puts the proposal aside and sends the decision in a while; one that waits is sent at once. */
function decide(proposal: HTMLElement, decision: Decision): void {
  if (!hasKey("review")) return;
  flush();
  move(proposal, 1);
  proposal.hidden = true;
  const send = () => {
    pending = null;
    void sent(proposal, decision);
  };
  pending = { proposal, send, timer: setTimeout(send, undoMs) };
  say(`${decision.word}; u takes it back.`);
}

/** Sends what waits: another decision follows, or the page is left. */
function flush(): void {
  if (pending === null) return;
  clearTimeout(pending.timer);
  pending.send();
}

function undo(): void {
  if (pending === null) return;
  clearTimeout(pending.timer);
  pending.proposal.hidden = false;
  pending.proposal.focus();
  pending = null;
  say("Taken back; nothing was sent.");
}

/** What is refused comes back, with the reason. */
async function sent(proposal: HTMLElement, decision: Decision): Promise<void> {
  const trouble = await refusalOf(decision).catch((error: Error) => error.message);
  if (trouble === null) return;
  proposal.hidden = false;
  say(trouble);
}

async function refusalOf({ mutation, input }: Change): Promise<string | null> {
  const { refusal, stance } = await changed({
    mutation,
    input: { ...input, why: "Reviewed in the dashboard" },
  });
  // A proposal that is corrected is still one.
  if (refusal !== null || mutation === "reviewStance" || stance === null) return refusal;
  return refusalOf({ mutation: "reviewStance", input: { id: stance.id, status: "ACCEPTED" } });
}
