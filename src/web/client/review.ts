/** How long a decision waits before it is sent, so that it can be taken back. */
const undoMs = 5_000;

const mutation = `mutation ($input: ReviewStanceInput!) {
  reviewStance(input: $input) { __typename ... on StancePayload { stance { id status } } ... on UserError { message } }
}`;

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
    if (!form.matches("[data-review-key]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sessionStorage.setItem("key", String(new FormData(form).get("key") ?? ""));
    say("The key is used from here on.");
    proposals()[0]?.focus();
  });
  addEventListener("pagehide", flush);
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest?.<HTMLElement>("[data-decide]");
    const proposal = button?.closest<HTMLElement>("[data-stance]");
    if (button != null && proposal != null) decide(proposal, button.dataset.decide as string);
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (proposals().length === 0 || (target as HTMLElement).tagName === "INPUT") return;
    const proposal = (target as Element).closest<HTMLElement>("[data-stance]");
    if (key === "j" || key === "k") move(proposal, key === "j" ? 1 : -1);
    else if (key === "a" && proposal !== null) decide(proposal, "ACCEPTED");
    else if (key === "r" && proposal !== null) decide(proposal, "REJECTED");
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

/** Puts the proposal aside and sends the decision in a while; one that waits is sent at once. */
function decide(proposal: HTMLElement, status: string): void {
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
    void sent(proposal, status);
  };
  pending = { proposal, send, timer: setTimeout(send, undoMs) };
  say(`${status === "ACCEPTED" ? "Accepted" : "Rejected"}; u takes it back.`);
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
async function sent(proposal: HTMLElement, status: string): Promise<void> {
  const trouble = await refusalOf(proposal.dataset.stance as string, status).catch(
    (error: Error) => error.message,
  );
  if (trouble === null) return;
  proposal.hidden = false;
  say(trouble);
}

async function refusalOf(id: string, status: string): Promise<string | null> {
  const response = await fetch("/graphql", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json", authorization: `Bearer ${sessionStorage.getItem("key")}` },
    body: JSON.stringify({
      query: mutation,
      variables: { input: { id, status, why: "Reviewed in the dashboard" } },
    }),
  });
  const { data, errors } = (await response.json()) as Answer;
  return errors?.[0]?.message ?? data?.reviewStance.message ?? null;
}

interface Answer {
  readonly data?: { readonly reviewStance: { readonly message?: string } } | null;
  readonly errors?: readonly { readonly message: string }[];
}

function say(sentence: string): void {
  const place = document.getElementById("review-said");
  if (place !== null) place.textContent = sentence;
}
