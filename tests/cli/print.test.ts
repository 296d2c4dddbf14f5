import { it } from "vitest";
import { coalStage } from "./coding.ts";

it("prints", async () => {
  const s = await coalStage();
  for (const a of [
    ["actors"],
    ["actors", "--csv"],
    ["actors", "--json"],
    ["issues"],
    ["documents"],
    ["stances"],
    ["stances", "--jsonl"],
    ["positions"],
    ["positions", "--json"],
    ["positions", "--matrix"],
    ["positions", "--matrix", "--csv"],
    ["timeline", "tax"],
    ["changes"],
    ["changes", "--json"],
    ["compare", "miners", "owners"],
    ["compare", "miners", "owners", "--pairs", "--json"],
    ["search", "tax"],
    ["positions", "--at", "2024-02-15"],
    ["stats"],
    ["stats", "--csv"],
    ["verify"],
    ["verify", "--json"],
  ]) {
    const o = await s.run(...a);
    console.log(a.join(" "), o.code, "\n" + o.stdout + o.stderr);
  }
});
