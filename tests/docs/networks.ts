import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openStore } from "../../src/store/open.ts";
import { seededStore } from "../seed/seeded.ts";
import { asking } from "./asking.ts";
import { seedNetwork } from "./seed-network.ts";
import { unLine } from "./un-line.ts";

/** Draws the networks of the docs anew: `npm run pictures`. That of the UN's votes needs them in `un-votes.db`. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const votes = `${root}un-votes.db`;

const seed = seededStore();
writeFileSync(`${root}.pictures/seed-network.svg`, await seedNetwork(asking(seed)));
seed.close();

if (existsSync(votes)) {
  const store = openStore({ path: votes, clock: () => new Date() });
  writeFileSync(`${root}.pictures/un-line.svg`, await unLine(asking(store)));
  store.close();
} else {
  console.log(
    "There is no un-votes.db here, so the line of the UN's votes stays as it is: seed/un-votes/README.md tells how to make one.",
  );
}
