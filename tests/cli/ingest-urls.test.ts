import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { pdfOf } from "../ingest/documents/made.ts";
import { siteOf } from "../ingest/documents/web.ts";
import { root, type Stage, type StageOptions, stageOf } from "./stage.ts";

const sentence =
  "Members of parliament said on Friday that foreign troops should leave the country, while the government asked for more time to negotiate a timetable with its partners abroad.";

function pageOf(head: string, words = sentence): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body><nav>Home About</nav><article><h1>Parliament votes</h1>${`<p>${words}</p>`.repeat(5)}</article></body></html>`;
}

const item = (title: string, link: string) =>
  `<item><title>${title}</title>${link}<pubDate>Fri, 08 Mar 2024 10:00:00 GMT</pubDate><description>${title}, it was said.</description></item>`;
const rss = `<rss version="2.0"><channel><title>Agency</title><link>https://example.org</link><description>d</description><language>en</language>${item("Minister backs plan", "<link>https://example.org/1</link>")}${item("Union rejects it", "")}</channel></rss>`;

async function staged(options: StageOptions = {}): Promise<Stage> {
  const stage = stageOf(options);
  await stage.run("init");
  return stage;
}

type Row = Readonly<Record<string, string | null>>;

async function ingested(stage: Stage, ...args: readonly string[]) {
  const { code, stdout, stderr } = await stage.run("ingest", "--json", ...args);
  return { code, rows: stdout === "" ? [] : (JSON.parse(stdout) as readonly Row[]), stderr };
}

describe("ingest of addresses", () => {
  it("reads pages, feeds and files, with where each was published, and again adds nothing", async () => {
    const site = await siteOf({
      "/vote": {
        type: "text/html; charset=utf-8",
        body: pageOf('<title>Votes</title><link rel="canonical" href="https://example.org/vote">'),
      },
      "/feed": { type: "application/rss+xml", body: gzipSync(rss), encoding: "gzip" },
      "/old": { to: "/2024-03-08-new", status: 301 },
      "/2024-03-08-new": {
        type: "text/html; charset=windows-1252",
        body: Buffer.from(
          pageOf("<title>Stra\u00dfe</title>", "Es hei\u00dft, die Stra\u00dfe bleibe zu. ".repeat(9)),
          "latin1",
        ),
      },
      "/report": { type: "application/pdf", body: pdfOf("The committee supports the withdrawal.") },
    });
    const stage = await staged();
    mkdirSync(join(stage.cwd, "in"));
    writeFileSync(join(stage.cwd, "in/note.txt"), "A note\n\nOf a file.");
    const urls = ["vote", "feed", "old", "report"].map((path) => `http://${site.host}/${path}`);
    const args = [...urls, "in", "--allow-net", "--allow-host", site.host];
    const first = await ingested(stage, ...args);
    expect([first.code, first.stderr]).toEqual([
      0,
      "6 documents read, 6 new, 0 new that print another again, 0 there already.\n",
    ]);
    expect(first.rows.map(({ title, publishedOn, url, file }) => [title, publishedOn, url, file])).toEqual([
      ["A note", null, null, "in/note.txt"],
      ["Votes", null, "https://example.org/vote", urls[0]],
      ["Minister backs plan", "2024-03-08", "https://example.org/1", urls[1]],
      ["Union rejects it", "2024-03-08", null, urls[1]],
      ["Stra\u00dfe", "2024-03-08", `http://${site.host}/2024-03-08-new`, urls[2]],
      ["A report on bases", "2024-03-08", urls[3], urls[3]],
    ]);
    expect((await ingested(stage, ...args)).stderr).toContain("6 documents read, 0 new");
  }, 60_000);

  it("leaves no fetched file behind, also of what cannot be read", async () => {
    const site = await siteOf({ "/": { type: "application/pdf", body: "no PDF" } });
    const stage = await staged();
    vi.stubEnv("TMPDIR", join(stage.cwd, "tmp"));
    onTestFinished(() => void vi.unstubAllEnvs());
    mkdirSync(join(stage.cwd, "tmp"));
    const url = `http://${site.host}/`;
    const { code, stderr } = await ingested(stage, url, "--allow-net", "--allow-host", "127.0.0.1");
    expect([code, readdirSync(join(stage.cwd, "tmp"))]).toEqual([3, []]);
    expect(stderr).toContain(`${url}: It cannot be read: `);
    expect(stderr).toContain("1 source could not be read.");
  });

  it("fetches nothing unless it is allowed", async () => {
    const site = await siteOf({ "/": { type: "text/plain", body: "x" } });
    const { code, stderr } = await (await staged()).run("ingest", `http://${site.host}/`);
    expect(code).toBe(2);
    expect(stderr).toContain(`http://${site.host}/ is an address; nothing is fetched without --allow-net.`);
    expect(site.connections()).toBe(0);
  });

  it.each([
    [["--allow-host", "a.example"], "--allow-host goes with --allow-net only."],
    [["--allow-net", "--allow-host", "http://a.example/"], '"http://a.example/" is no host; write it as in'],
  ])("refuses %j", async (args, said) => {
    expect(await (await staged()).run("ingest", "in", ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(said),
    });
  });

  it("is ended by an interruption", async () => {
    const stop = new AbortController();
    const site = await siteOf({ "/": () => stop.abort("SIGINT") });
    const stage = await staged({ signal: stop.signal });
    const args = [`http://${site.host}/`, "--allow-net", "--allow-host", site.host];
    expect(await stage.run("ingest", ...args)).toMatchObject({ code: 130 });
  });

  it("asks no proxy that the environment names", async () => {
    const [site, proxy] = [await siteOf({ "/": { type: "text/plain", body: "Direct." } }), await siteOf({})];
    const { cwd } = await staged();
    const to = `http://${proxy.host}`;
    const env = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: to, http_proxy: to, HTTPS_PROXY: to };
    const args = ["ingest", `http://${site.host}/`, "--allow-net", "--allow-host", site.host, "--json"];
    const program = join(root, "src/cli/main.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { cwd, env });
    expect(JSON.parse(stdout)).toMatchObject([{ title: "Direct." }]);
    expect([site.connections(), proxy.connections()]).toEqual([1, 0]);
  });
});

describe("ingest of an address that is not public", () => {
  it.each([
    ["http://127.0.0.1/", "127.0.0.1 is no public address"],
    ["http://localhost/", /localhost is (127\.0\.0\.1|::1), no public address/],
    ["http://localhost.:8080/", /localhost\. is (127\.0\.0\.1|::1), no public address|There is no such host/],
    ["http://[::1]/", "::1 is no public address"],
    ["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1 is no public address"],
    ["http://0177.0.0.1/", "127.0.0.1 is no public address"],
    ["http://0x7f000001/", "127.0.0.1 is no public address"],
    ["http://2130706433/", "127.0.0.1 is no public address"],
    ["http://127.1/", "127.0.0.1 is no public address"],
    ["http://10.0.0.1/", "10.0.0.1 is no public address"],
    ["http://192.168.1.1/", "192.168.1.1 is no public address"],
    ["http://100.64.0.1/", "100.64.0.1 is no public address"],
    ["http://0.0.0.0/", "0.0.0.0 is no public address"],
    ["https://[fd00::1]/", "fd00::1 is no public address"],
    ["http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1 is no public address"],
    ["http://[fe80::1%25lo]/", "It is no address."],
    ["file:///etc/passwd", "Only http and https are fetched, not file."],
    ["ftp://example.org/a.txt", "Only http and https are fetched, not ftp."],
    ["https://me:secret@example.org/", "There is a user or a password in the address; such are not fetched."],
  ])("refuses %s", async (url, said) => {
    const { code, rows, stderr } = await ingested(await staged(), url, "--allow-net");
    expect([code, rows]).toEqual([3, []]);
    expect(stderr.split(/(?<=\/|passwd|a\.txt): /)[1]).toMatch(said);
    expect(stderr).not.toContain("secret");
  });

  it("goes on with the others", async () => {
    const site = await siteOf({ "/": { type: "text/plain", body: "A page." } });
    const urls = ["http://10.0.0.1/", `http://${site.host}/nowhere`, `http://${site.host}/`];
    const { code, rows, stderr } = await ingested(
      await staged(),
      ...urls,
      "--allow-net",
      "--allow-host",
      site.host,
    );
    expect([code, rows.map(({ title }) => title)]).toEqual([3, ["A page."]]);
    expect(stderr).toContain(`http://${site.host}/nowhere: The server answers 404 Not Found.`);
    expect(stderr).toContain("2 sources could not be read.");
  });

  it("says what is wrong, and what to do", async () => {
    const url = "http://169.254.169.254/latest/meta-data/";
    expect((await ingested(await staged(), url, "--allow-net")).stderr).toBe(
      `${url}: 169.254.169.254 is no public address, so it is not fetched; name it with --allow-host if it is yours.\n0 documents read, 0 new, 0 new that print another again, 0 there already; 1 source could not be read.\n`,
    );
  });

  it.each([
    ["at another port", (port: number) => `http://127.0.0.1:${port}/`],
    ["by another name", (port: number) => `http://localhost:${port}/`],
  ])("refuses what an allowed host redirects to: itself %s", async (_, to) => {
    const inner = await siteOf({ "/": { type: "text/plain", body: "secret" } });
    const site = await siteOf({ "/": { to: to(inner.port) } });
    const args = [`http://${site.host}/`, "--allow-net", "--allow-host", site.host];
    const { code, rows, stderr } = await ingested(await staged(), ...args);
    expect([code, rows, inner.connections()]).toEqual([3, [], 0]);
    expect(stderr).toContain(`http://${site.host}/: It is redirected to ${to(inner.port)}: `);
    expect(stderr).toContain("no public address, so it is not fetched");
  });
});
