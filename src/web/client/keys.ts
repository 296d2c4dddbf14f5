const pages: Readonly<Record<string, string>> = {
  o: "/",
  m: "/matrix",
  i: "/issues",
  a: "/actors",
  t: "/timeline",
  n: "/network",
  d: "/data",
};

/** Listens to the keys that the list under `?` tells. */
export function listenToKeys(go: (path: string) => void): void {
  let isGoing = false;
  document.addEventListener("click", ({ target }) => {
    if ((target as Element).closest?.("[data-keys]")) dialog()?.showModal();
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(target as HTMLElement)) return;
    const page = isGoing ? pages[key] : undefined;
    isGoing = key === "g" && !isGoing;
    if (page !== undefined) go(page);
    else if (key === "/") document.getElementById("q")?.focus();
    else if (key === "?") dialog()?.showModal();
    else if ((key === "j" || key === "k") && document.querySelector("[data-stance]") === null)
      toQuote(key === "j" ? 1 : -1);
    else if (!moveInGrid(event)) return;
    event.preventDefault();
  });
}

function dialog(): HTMLDialogElement | null {
  return document.getElementById("keys") as HTMLDialogElement | null;
}

function isWriting({ tagName, isContentEditable }: HTMLElement): boolean {
  return isContentEditable || tagName === "INPUT" || tagName === "SELECT" || tagName === "TEXTAREA";
}

/** The next or the previous quote of a document. */
function toQuote(step: 1 | -1): void {
  const quotes = [...document.querySelectorAll<HTMLElement>(".text mark[id]")];
  const at = quotes.findIndex(({ id }) => `#${id}` === location.hash);
  const next = quotes[at < 0 ? (step === 1 ? 0 : quotes.length - 1) : at + step];
  if (next !== undefined) location.hash = next.id;
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus among the cells of a matrix; false where there is nothing to move. */
function moveInGrid({ key, target }: KeyboardEvent): boolean {
  const cell = (target as Element).closest?.("table[data-grid] td");
  if (!(cell instanceof HTMLTableCellElement)) return false;
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = [
    ...(row.closest("table") as HTMLTableElement).querySelectorAll<HTMLTableRowElement>(
      "tbody tr:has(td a, td [tabindex])",
    ),
  ];
  const [down, right] = steps[key] ?? [0, 0];
  const last = row.cells.length - 1;
  const column =
    key === "Home" ? 1 : key === "End" ? last : Math.min(last, Math.max(1, cell.cellIndex + right));
  const next = rows[rows.indexOf(row) + down]?.cells[column];
  const focusable = next?.querySelector<HTMLElement>("a, [tabindex]");
  if (focusable === null || focusable === undefined || next === cell) return false;
  focusable.focus();
  return true;
}
