import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 compile what a server does with each request after 800 of them, not after 3,000, with all that it can do: until
 * then a request takes up to twice the time.
 */
export function compileSooner(): void {
  setFlagsFromString("--invocation-count-for-turbofan=800");
}
