/** The key that the reader has given, for as long as the tab is open; empty without one. */
export function ownKey(): string {
  return sessionStorage.getItem("key") ?? "";
}

/** Keeps the key that a page asks for, and tells whom it concerns. */
export function listenToKey(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-own-key]")) return;
    event.preventDefault();
    sessionStorage.setItem("key", form.querySelector("input")?.value ?? "");
    say("The key is used from here on.");
    form.dispatchEvent(new Event(keyGiven, { bubbles: true }));
  });
}

/** The event of a form in which a key was given. */
export const keyGiven = "keygiven";

/** Asks for the key where there is none yet; true when there is one. */
export function hasKey(scope: "propose" | "review"): boolean {
  if (ownKey() !== "") return true;
  say(`Give your key first; one of scope ${scope} is needed.`);
  const field = document.querySelector<HTMLElement>("[data-own-key] input");
  const folded = field?.closest("details");
  if (folded != null) folded.open = true;
  field?.focus();
  return false;
}

/** Tells what came of something, with links to it. */
export function say(sentence: string, links: readonly HTMLAnchorElement[] = []): void {
  const place = document.querySelector("[data-said]");
  place?.replaceChildren(sentence, ...links.flatMap((link) => [" ", link]));
}
