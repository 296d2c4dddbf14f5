import { type Scope, scopes } from "../../domain/coder.ts";
import type { KeyId } from "../../domain/id.ts";
import { parseId } from "../../domain/id.ts";
import { authorOf } from "../author.ts";
import { withStore } from "../database.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { oneOf, option, optionOr, required, text } from "../flag.ts";
import { db } from "../flags.ts";
import { formatFlags, formatOf, printRows } from "../output.ts";
import type { Column } from "../row.ts";
import { type VerbGroup, verb } from "../verb.ts";

const create = verb({
  arguments: {},
  flags: {
    db,
    name: option("<name>", "Whose key it is, as the audit will name them.", text),
    scope: optionOr<Scope>(
      "propose",
      "<scope>",
      "What it may do; each includes those before it. propose when left out.",
      oneOf(scopes),
      {
        choices: scopes,
      },
    ),
  },
  notes: "The secret is written to standard output once and kept nowhere: the database has only its SHA-256.",
  examples: [
    ["stancegraph keys create --name ana --scope review", "Makes a key for Ana, and shows its secret."],
  ],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const { name, scope } = input;
      if (!name?.trim()) throw new UsageError("--name: say whose key it is.");
      const secret = `sg_${Buffer.from(effects.random(32)).toString("base64url")}`;
      const id: KeyId = `key:${Buffer.from(effects.random(6)).toString("hex")}`;
      store.change({ author: authorOf(effects), action: "key.create" }, (at) => {
        store.keys.add({ id, name, scope, createdAt: at }, secret);
        return { id, name, scope };
      });
      await effects.stdout.write(`${secret}\n`);
      await effects.stderr.write(
        `${id} for ${name} may ${scope}. Send it as "Authorization: Bearer …"; it is not shown again.\n`,
      );
      return exitCodes.ok;
    }),
});

const columns: readonly Column[] = [
  { name: "id", summary: "The key's id, by which it is revoked." },
  { name: "name", summary: "Whose it is." },
  { name: "scope", summary: "What it may do." },
  { name: "createdAt", summary: "When it was made, UTC." },
  { name: "revokedAt", summary: "When it was revoked, UTC; empty while it is in force." },
];

const list = verb({
  arguments: {},
  flags: { db, ...formatFlags },
  examples: [["stancegraph keys list", "Lists all keys, revoked ones too, without their secrets."]],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const rows = store.keys.all().map((key) => ({ ...key }));
      await printRows({ columns, rows, format: formatOf(input) }, effects);
      return exitCodes.ok;
    }),
});

const revoke = verb({
  arguments: { id: required('The key\'s id, as "keys list" shows it.') },
  flags: { db },
  examples: [["stancegraph keys revoke key:0a1b2c3d4e5f", "Ends a key at once."]],
  run: (input, effects) =>
    withStore(input.db, effects, async (store) => {
      const id = parseId("key", input.id);
      store.change({ author: authorOf(effects), action: "key.revoke", subject: id }, (at) =>
        store.keys.revoke(id, at),
      );
      await effects.stderr.write(`${id} is revoked.\n`);
      return exitCodes.ok;
    }),
});

export const keys: VerbGroup = {
  verbs: [
    { name: "create", summary: "Makes a key and shows its secret once.", load: async () => create },
    { name: "list", summary: "Lists the keys.", load: async () => list },
    { name: "revoke", summary: "Ends a key.", load: async () => revoke },
  ],
};
