import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importSources } from "../../src/ingest/import.ts";
import { textSource } from "../../src/ingest/source.ts";
import { openStore } from "../../src/store/open.ts";
import { type Stage, type StageOptions, stageOf } from "./stage.ts";

/** Three actors, two issues and four stances, small enough to write every answer out. */
export const coding = `stancegraph: 1
dataset: {title: Coal}
coder: {name: Ada}
documents:
  - title: Clash over coal tax
    publisher: The Example
    publishedOn: 2024-03-08
    text: "The union would back the tax once jobs are promised. Owners reject it outright. A mine must close, the union said. Owners had welcomed the tax."
actors:
  - {id: actor:miners, name: Miners' Union, kind: ORGANIZATION, names: [Miners, the union], externalIds: {wikidata: Q1}}
  - {id: actor:owners, name: Owners, kind: GROUP}
  - {id: actor:press, name: The Example, kind: MEDIA}
issues:
  - {id: issue:tax, label: Coal tax, proposition: Coal should be taxed., pro: Wants it., contra: Does not., facets: {pace: [now, later]}}
  - {id: issue:closure, label: Mine closure, proposition: The mine should close., pro: Wants it., contra: Does not.}
stances:
  - holder: Miners
    issue: Coal tax
    direction: SUPPORTS
    conditions: [{kind: ONLY_AFTER, text: jobs are promised}]
    facets: {pace: later}
    quote: The union would back the tax once jobs are promised
    attribution: [{role: PUBLISHER, actor: The Example}, {role: HOLDER, actor: Miners, authority: OWN}]
  - {holder: Owners, issue: Coal tax, direction: OPPOSES, intensity: -2, quote: Owners reject it outright}
  - {holder: Owners, issue: Coal tax, direction: SUPPORTS, quote: Owners had welcomed the tax, statedOn: 2024-01}
  - {holder: Miners, issue: Mine closure, direction: SUPPORTS, quote: A mine must close}
`;

let made: Uint8Array | null = null;

/** A stage whose stancegraph.db holds that coding. The file is made once and copied. */
export async function coalStage(options: StageOptions = {}): Promise<Stage> {
  const stage = stageOf(options);
  const path = join(stage.cwd, "stancegraph.db");
  writeFileSync(join(stage.cwd, "coal.yaml"), coding);
  if (made === null) {
    const store = openStore({ path, clock: () => new Date("2024-04-01T12:00:00Z"), create: true });
    importSources(store, [textSource("coal.yaml", coding)], { author: { who: "ana", why: null } });
    store.close();
    made = readFileSync(path);
  }
  writeFileSync(path, made);
  return stage;
}
