import { readFileSync, writeFileSync } from "node:fs";
import { mended } from "./lock.ts";

const path = new URL("../package-lock.json", import.meta.url);
writeFileSync(path, `${JSON.stringify(mended(JSON.parse(readFileSync(path, "utf8"))), null, 2)}\n`);
