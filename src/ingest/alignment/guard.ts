import type { Word } from "./words.ts";

/** What a difference between a quote and a text must not hold: it may turn what is said. */
export type Turn = "negation" | "modal" | "number" | "name" | "opposite";

const list = (words: string) => new Set(words.split(" "));

const negations = list(
  "not no never none nor neither nobody nothing nowhere without hardly barely scarcely refuse refuses refused deny denies denied",
);
const modals = list("can could may might must shall should will would ought need if unless until only");
const numbers = list(
  "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half quarter dozen first second third",
);
/** Words whose place is often taken by their opposite. */
const sided =
  /^(support|oppos|back|reject|favou?r|against|accept|condemn|welcom|critici|approv|agree|more|less|increas|decreas|rais|lower|cut|before|after|ban|allow|for$)/u;
const opposing = /^(un|in|im|il|ir|dis|non|anti|de|mis)/u;

/** Whether a word that only one side has may turn what is said; null where it may not. */
export function turnOf({ form, isName }: Word): Turn | null {
  if (negations.has(form)) return "negation";
  if (modals.has(form)) return "modal";
  if (/\p{N}/u.test(form) || numbers.has(form)) return "number";
  return isName ? "name" : null;
}

/** The same of a word that stands in another's place. */
export function turnBetween(one: Word, other: Word): Turn | null {
  const [shorter, longer] = [one.form, other.form].sort((a, b) => a.length - b.length) as [string, string];
  if (longer.replace(opposing, "") === shorter) return "negation";
  return turnOf(one) ?? turnOf(other) ?? (sided.test(one.form) || sided.test(other.form) ? "opposite" : null);
}
