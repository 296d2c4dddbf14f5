import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: {
    // Vite would take graphql's `module` file while Yoga and Pothos, loaded by Node, take its `main`: two
    // copies, and a schema made with the one is refused by the other.
    alias: [{ find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` }],
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/cases/**/fixtures/**"],
    pool: "forks",
    // Node strips types with WebAssembly, whose wrappers V8 compiles anew after a thousand calls. Where threads do so, V8
    // aborts now and then, by "Check failed: jit_page.has_value()" (Node 24.21).
    execArgv: ["--wasm-wrapper-tiering-budget=1000000000"],
    // Generous, so that a busy machine does not read as a failure.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: "v8",
      include: ["src/domain/**", "src/store/**"],
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "coverage",
      thresholds: { lines: 95 },
    },
  },
});
