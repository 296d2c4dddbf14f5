/** What the fields of a stance say, as the API takes it. */
export function codedIn(form: HTMLFormElement) {
  const given = new FormData(form);
  const [direction, intensity] = String(given.get("place")).split(" ");
  const kinds = given.getAll("conditionKind");
  const texts = given.getAll("conditionText").map((text) => String(text).trim());
  return {
    holder: namedIn(form, "holder"),
    issue: namedIn(form, "issue"),
    direction,
    intensity: Number(intensity),
    conditions: texts.map((text, index) => ({ kind: kinds[index], text })).filter(({ text }) => text !== ""),
    note: String(given.get("note") ?? "").trim() || null,
  };
}

/** The id of what was there before, or the name that stands there now. */
function namedIn(form: HTMLFormElement, name: "holder" | "issue"): string {
  const field = form.elements.namedItem(name) as HTMLInputElement;
  const { value, defaultValue, dataset } = field;
  return dataset.known !== undefined && value === defaultValue ? dataset.known : value.trim();
}

interface Said {
  readonly holder: string;
  readonly issue: string;
  readonly facets: readonly unknown[];
  readonly attribution: readonly { readonly role: string }[];
}

/** What was said of a stance, corrected. Its chain leads to its holder, and its facets are those of its issue. */
export function correctedIn(form: HTMLFormElement): Readonly<Record<string, unknown>> {
  const before = JSON.parse(form.dataset.edit as string) as Said;
  const coded = codedIn(form);
  return {
    ...before,
    ...coded,
    attribution: before.attribution.map((link) =>
      link.role === "HOLDER" ? { ...link, actor: coded.holder } : link,
    ),
    facets: coded.issue === before.issue ? before.facets : [],
    quote: [...form.querySelectorAll("textarea")].map(quoteIn),
  };
}

/** A quote that stays as it was stays in its place, too. */
function quoteIn({ value, defaultValue, dataset }: HTMLTextAreaElement) {
  const exact = value.trim();
  return value === defaultValue ? { exact, prefix: dataset.prefix, suffix: dataset.suffix } : { exact };
}
