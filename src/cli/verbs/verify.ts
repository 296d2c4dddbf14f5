import type { Verification } from "../../store/verify.ts";
import { inBackground } from "../background.ts";
import { counted } from "../counts.ts";
import { exitCodes } from "../exit.ts";
import { db, pathOf } from "../flags.ts";
import { fieldFormatFlags, formatOf, printFields } from "../output.ts";
import { withProgress } from "../progress.ts";
import type { VerifyTask } from "../tasks/verify.ts";
import { verb } from "../verb.ts";

export const verify = verb({
  arguments: {},
  flags: { db, ...fieldFormatFlags },
  notes:
    "Ends with 8 when anything does not hold. The digest is the same for the same content, in whatever order and when it was recorded.",
  examples: [
    [
      "stancegraph verify",
      "Proves each quote against its text by hash and place, and the file against its own rules.",
    ],
    ["stancegraph verify --json", "With every fault as data, and the digest to compare two graphs by."],
  ],
  run: async (input, effects) => {
    const task: VerifyTask = { path: pathOf(effects, input.db) };
    const { quotes, documents, faults, digest } = await withProgress(
      "Verifying",
      "documents",
      effects,
      (onProgress) => inBackground<Verification>("verify", task, { signal: effects.signal(), onProgress }),
    );
    const format = formatOf(input);
    const isObject = format === "json" || format === "jsonl";
    await printFields(
      { quotes, documents, faults: isObject ? faults : faults.length, digest },
      format,
      effects,
    );
    for (const { id, message } of faults) await effects.stderr.write(`${id}: ${message}\n`);
    if (faults.length === 0) return exitCodes.ok;
    await effects.stderr.write(
      `${counted(faults.length, "fault")} found; restore a backup with "stancegraph restore".\n`,
    );
    return exitCodes.verification;
  },
});
