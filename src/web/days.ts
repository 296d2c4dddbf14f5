/** Days since 1970 of a day written as `2024-09-27`. */
export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** Years between two days on which an axis has a tick: some six to ten of them. */
export function yearTicks(
  from: number,
  to: number,
): readonly { readonly day: number; readonly label: string }[] {
  const [first, last] = [from, to].map((day) => new Date(day * 86_400_000).getUTCFullYear()) as [
    number,
    number,
  ];
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => (last - first) / each <= 10) ?? 200;
  const years: { readonly day: number; readonly label: string }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last + 1; year += step) {
    const day = numberOf(`${String(year).padStart(4, "0")}-01-01`);
    if (day >= from && day <= to) years.push({ day, label: String(year) });
  }
  return years.length > 1 ? years : monthTicks(from, to);
}

function monthTicks(from: number, to: number): readonly { readonly day: number; readonly label: string }[] {
  const start = new Date(from * 86_400_000);
  const months = Math.max(1, Math.round((to - from) / 30));
  const step = Math.ceil(months / 8);
  return Array.from({ length: months + 2 }, (_, index) => index * step).flatMap((month) => {
    const time = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1);
    const day = time / 86_400_000;
    const label = new Date(time).toISOString().slice(0, 7);
    return day >= from && day <= to ? [{ day, label }] : [];
  });
}
