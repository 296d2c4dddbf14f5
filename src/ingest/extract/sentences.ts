import type { Place } from "../alignment/place.ts";

/** A dot after these ends no sentence: initials, as in U.S., and titles. */
const shortForm =
  /(?:^|[\s(.“"'])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$/u;

/** The sentences of a text, in their order. What is only space belongs to none. */
export function sentencesOf(text: string, language: string): readonly Place[] {
  const sentences: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end <= start) continue;
    const before = sentences.at(-1);
    const isContinued =
      before !== undefined &&
      shortForm.test(text.slice(before.start, before.end)) &&
      !text.slice(before.end, start).includes("\n");
    if (isContinued) before.end = end;
    else sentences.push({ start, end });
  }
  return sentences;
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "sentence" });
  }
}

/** A run of sentences that is looked at in one go; `first` is the number of its first sentence in the text, from 0. */
export interface Window {
  readonly first: number;
  readonly sentences: readonly Place[];
}

/** Runs of sentences of at most so many units, each beginning with the last sentences of the one before. */
export function windowsOf(sentences: readonly Place[], maxUnits: number, overlap: number): readonly Window[] {
  const windows: Window[] = [];
  let first = 0;
  while (first < sentences.length) {
    const from = (sentences[first] as Place).start;
    let end = first + 1;
    while (end < sentences.length && (sentences[end] as Place).end - from <= maxUnits) end += 1;
    windows.push({ first, sentences: sentences.slice(first, end) });
    if (end === sentences.length) break;
    first = Math.max(first + 1, end - overlap);
  }
  return windows;
}
