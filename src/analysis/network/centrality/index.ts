import { betweenness } from "./betweenness.ts";
import type { Centrality } from "./centrality.ts";
import { closeness } from "./closeness.ts";
import { degree } from "./degree.ts";
import { eigenvector } from "./eigenvector.ts";
import { strength } from "./strength.ts";

/** Every measure of how central a node is. */
export const centralities: readonly Centrality[] = [degree, strength, betweenness, closeness, eigenvector];
