/** How long a decision waits before it is sent, so that it can be taken back. */
const undoMs = 5_000;

const told = "{ __typename ... on StancePayload { stance { id } } ... on UserError { message } }";
const mutations = {
  reviewStance: `mutation ($input: ReviewStanceInput!) { done: reviewStance(input: $input) ${told} }`,
  reviseStance: `mutation ($input: ReviseStanceInput!) { done: reviseStance(input: $input) ${told} }`,
} as const;

interface Decision {
  readonly mutation: keyof typeof mutations;
  readonly input: Readonly<Record<string, unknown>>;
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
    if (!form.matches("[data-review-key], [data-edit]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const proposal = form.closest<HTMLElement>("[data-stance]");
    if (proposal !== null) {
      decide(proposal, correctionIn(form));
      return;
    }
    sessionStorage.setItem("key", form.querySelector("input")?.value ?? "");
    say("The key is used from here on.");
    proposals()[0]?.focus();
  });
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
  return {
    mutation: "reviewStance",
    input: { id: proposal.dataset.stance, status },
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

/** The proposal as it is corrected: all that the form does not show stays as it is. */
function correctionIn(form: HTMLFormElement): Decision {
  const given = new FormData(form);
  const [direction, intensity] = String(given.get("place")).split(" ");
  return {
    mutation: "reviseStance",
    input: {
      ...JSON.parse(form.dataset.edit as string),
      direction,
      intensity: Number(intensity),
      quote: given.getAll("quote").map((exact) => ({ exact: String(exact).trim() })),
      note: String(given.get("note") ?? "").trim() || null,
    },
    word: "Accepted as corrected",
  };
}

/** Puts the proposal aside and sends the decision in a while; one that waits is sent at once. */
function decide(proposal: HTMLElement, decision: Decision): void {
  if ((sessionStorage.getItem("key") ?? "") === "") {
    say("Give your key first; one of scope review is needed.");
    document.querySelector<HTMLElement>("[data-review-key] input")?.focus();
    return;
  }
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

async function refusalOf(decision: Decision): Promise<string | null> {
  const { errors, data } = await answerTo(decision);
  const refusal = errors?.[0]?.message ?? data?.done.message ?? null;
  const id = data?.done.stance?.id;
  // A proposal that is corrected is still one.
  if (refusal !== null || decision.mutation === "reviewStance" || id === undefined) return refusal;
  return refusalOf({ mutation: "reviewStance", input: { id, status: "ACCEPTED" }, word: decision.word });
}

async function answerTo({ mutation, input }: Decision): Promise<Answer> {
  const response = await fetch("/graphql", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json", authorization: `Bearer ${sessionStorage.getItem("key")}` },
    body: JSON.stringify({
      query: mutations[mutation],
      variables: { input: { ...input, why: "Reviewed in the dashboard" } },
    }),
  });
  return (await response.json()) as Answer;
}

interface Answer {
  readonly data?: {
    readonly done: { readonly message?: string; readonly stance?: { readonly id: string } };
  } | null;
  readonly errors?: readonly { readonly message: string }[];
}

function say(sentence: string): void {
  const place = document.getElementById("review-said");
  if (place !== null) place.textContent = sentence;
}
