import type { ComponentChildren } from "preact";
import type { Sides } from "./components/sides.ts";
import type { Place } from "./place.ts";

/** A page of the dashboard: what it asks of the API, and what it shows of the answer. */
export interface View<Data = unknown> {
  /** What is asked before, where the query depends on it: as which actors have most to show. */
  readonly first?: { readonly document: string; readonly variables: (place: Place) => Variables };
  /** A GraphQL query. */
  readonly document: string;
  readonly variables: (place: Place, first: unknown) => Variables;
  /** What the page is called, in the browser's tab and in search results. */
  readonly title: (data: Data, place: Place) => string;
  /** A sentence about it, for those who link to it. */
  readonly summary?: (data: Data, place: Place) => string;
  /** How many take each side of what it is about. */
  readonly sides?: (data: Data) => Sides;
  /** Whether what the path names is there; it is when left out. */
  readonly isFound?: (data: Data, place: Place) => boolean;
  /** The page, from the answer. Made on the server, and again in the browser. */
  readonly body: (props: Shown<Data>) => ComponentChildren;
}

export type Variables = Readonly<Record<string, unknown>>;

export interface Shown<Data> {
  readonly data: Data;
  readonly place: Place;
  readonly site: Site;
}

/** What every page shows of the graph as a whole. */
export interface Site {
  readonly title: string;
  readonly licence: string | null;
  readonly citation: string | null;
  readonly revision: number;
  readonly changedAt: string;
  readonly version: string;
  readonly downloads: readonly Download[];
}

/** A thing to download, in each of its formats. */
export interface Download {
  readonly name: string;
  readonly summary: string;
  readonly extensions: readonly string[];
}

/** What a page is made from. It is sent along with the page, so that the browser can make it again. */
export interface Loaded {
  readonly place: Place;
  readonly site: Site;
  /** The answer to the view's query; null where there is none to show. */
  readonly data: unknown;
  /** Why there is none; null when all went well. */
  readonly trouble: Trouble | null;
}

export interface Trouble {
  readonly title: string;
  /** What happened, and what can be done. */
  readonly message: string;
}

/** A row of the list of views. Its module is loaded when it is first asked for. */
export interface ViewRoute {
  /** `/issues/:id`; parts with a colon name something. */
  readonly path: string;
  /** As its module is called. */
  readonly name: string;
  /** How the navigation calls it; null: it is not in there. */
  readonly label: string | null;
  readonly load: () => Promise<View<never>>;
}
