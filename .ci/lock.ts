/** The part of package-lock.json that is read here. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly gypfile?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Puts into a lock file what npm leaves out, and what `npm ci` then stumbles over:
 *
 * 1. The packages for other platforms that the registry in use did not offer when the lock was written. npm 11
 *    refuses a lock without them. They get no integrity, which only their registry could tell.
 * 2. better-sqlite3's `gypfile: false`. It ships its binaries and says so by this field, but npm does not copy the
 *    field into the lock, and installing from the lock then runs `node-gyp rebuild`, which needs Python and make.
 *
 * Run by `npm run lock` after each change of the dependencies; `tests/house/lock.test.ts` says when it is due.
 */
export function mended<L extends Lock>(lock: L): L {
  const packages: Record<string, LockedPackage> = { ...lock.packages };
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const known = `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages;
      if (!known) packages[`node_modules/${name}`] = forPlatform(name, version, dev);
    }
  }
  const sqlite = packages["node_modules/better-sqlite3"];
  if (sqlite) packages["node_modules/better-sqlite3"] = { ...sqlite, gypfile: false };
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).sort(byName)) };
}

/** The packages' names end in their platform: `@biomejs/cli-linux-arm64-musl`, `…/binding-win32-x64-msvc`. */
function forPlatform(name: string, version: string, dev: boolean | undefined): LockedPackage {
  const found = /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(\w+))?$/.exec(name);
  const [, os, cpu, abi = ""] = found ?? [];
  if (os === undefined || cpu === undefined)
    throw new Error(`${name} does not name its platform; add it by hand.`);
  const libc = os === "linux" && abi !== "" ? [abi.startsWith("musl") ? "musl" : "glibc"] : undefined;
  return { version, cpu: [cpu], ...(dev && { dev }), ...(libc && { libc }), optional: true, os: [os] };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a.localeCompare(b, "en");
}
