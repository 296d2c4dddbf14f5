import { lookKey } from "../look.ts";

/** Keeps the look that a reader chose, in this browser. */
export function listenToTheme(): void {
  const kept = localStorage.getItem(lookKey) ?? "";
  const show = (theme: string) => {
    if (theme === "") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  show(kept);
  const select = () => document.getElementById("theme") as HTMLSelectElement | null;
  const shown = select();
  if (shown !== null) shown.value = kept;
  document.addEventListener("change", ({ target }) => {
    if (target !== select()) return;
    const theme = (target as HTMLSelectElement).value;
    localStorage.setItem(lookKey, theme);
    show(theme);
  });
}
