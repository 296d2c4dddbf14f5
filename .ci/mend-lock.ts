import { readFileSync, writeFileSync } from "node:fs";
import { mended } from "./lock.ts";

const path = new URL("../package-lock.json", import.meta.url);
const before = readFileSync(path, "utf8");
const after = `${JSON.stringify(mended(JSON.parse(before)), null, 2)}\n`;
if (after !== before) writeFileSync(path, after);
