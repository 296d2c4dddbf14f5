import { sizeFor } from "./generate.ts";
import { cursorParams, cursorQuery, type Params, type World } from "./queries.ts";
import { random } from "./random.ts";

interface Cursors {
  readonly stances: { readonly edges: readonly { readonly cursor: string }[] };
}

type AskProduct = (document: string, variables: Params) => Promise<unknown>;

/** What parameters are chosen from, with so many lists' places as the product tells them. */
export async function worldOf(stances: number, lists: number, ask: AskProduct): Promise<World> {
  const size = sizeFor(stances);
  const next = random(3);
  const cursors: Params[] = [];
  for (let list = 0; list < lists; list += 1) {
    const { issue, direction, day } = cursorParams(next, size);
    const { stances: found } = (await ask(cursorQuery, { issue, direction, day })) as Cursors;
    cursors.push(...found.edges.map(({ cursor }) => ({ issue, direction, cursor })));
  }
  return { ...size, cursors };
}
