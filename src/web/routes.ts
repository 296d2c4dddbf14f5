import type { View, ViewRoute } from "./view.ts";

/** Every page, in the order of the navigation. A path that names something comes after those that are all fixed. */
export const viewRoutes: readonly ViewRoute[] = [
  {
    path: "/",
    name: "overview",
    label: "Overview",
    load: async () => (await import("./views/overview.ts")).overview,
  },
  {
    path: "/matrix",
    name: "matrix",
    label: "Matrix",
    load: async () => (await import("./views/matrix.ts")).matrix,
  },
  {
    path: "/issues",
    name: "issues",
    label: "Issues",
    load: async () => (await import("./views/issues.ts")).issues,
  },
  {
    path: "/actors",
    name: "actors",
    label: "Actors",
    load: async () => (await import("./views/actors.ts")).actors,
  },
  {
    path: "/timeline",
    name: "timeline",
    label: "Timeline",
    load: async () => (await import("./views/timeline.ts")).timeline,
  },
  {
    path: "/compare",
    name: "compare",
    label: "Compare",
    load: async () => (await import("./views/compare.ts")).compare,
  },
  {
    path: "/network",
    name: "network",
    label: "Network",
    load: async () => (await import("./views/network.ts")).network,
  },
  {
    path: "/documents",
    name: "documents",
    label: "Documents",
    load: async () => (await import("./views/documents.ts")).documents,
  },
  {
    path: "/changes",
    name: "changes",
    label: "Changes",
    load: async () => (await import("./views/changes.ts")).changes,
  },
  { path: "/data", name: "data", label: "Data", load: async () => (await import("./views/data.ts")).data },
  {
    path: "/review",
    name: "review",
    label: null,
    load: async () => (await import("./views/review.ts")).review,
  },
  {
    path: "/search",
    name: "search",
    label: null,
    load: async () => (await import("./views/search.ts")).search,
  },
  {
    path: "/issues/:id",
    name: "issue",
    label: null,
    load: async () => (await import("./views/issue.ts")).issue,
  },
  {
    path: "/actors/:id",
    name: "actor",
    label: null,
    load: async () => (await import("./views/actor.ts")).actor,
  },
  {
    path: "/documents/:id",
    name: "document",
    label: null,
    load: async () => (await import("./views/document.ts")).document,
  },
];

/** The view that a path leads to, with what its parts name; null where there is none. */
export function routeTo(
  path: string,
): { readonly route: ViewRoute; readonly params: Readonly<Record<string, string>> } | null {
  for (const route of viewRoutes) {
    const params = paramsIn(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}

/** The view of a route, which knows the types of its own data. */
export function viewOf(route: ViewRoute): Promise<View> {
  return route.load() as Promise<View>;
}

function paramsIn(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [parts, asked] = [partsOf(pattern), partsOf(path)];
  if (parts.length !== asked.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const given = asked[index] as string;
    if (part.startsWith(":")) {
      const value = decoded(given);
      if (value === null) return null;
      params[part.slice(1)] = value;
    } else if (part !== given) return null;
  }
  return params;
}

function partsOf(path: string): readonly string[] {
  return path.replace(/\/$/, "").split("/").slice(1);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
