import { describe, expect, it } from "vitest";
import { debateStore } from "../graphql/debate.ts";
import { served } from "./served.ts";

const { ask } = served({ store: debateStore() });
const asked = (path: string) => ask(`http://localhost:4000/export/${path}`);

describe("a network to download", () => {
  it("is of what is asked in the words of the API", async () => {
    const input = encodeURIComponent(JSON.stringify({ mode: "ISSUES", aggregate: "IGNORE" }));
    const response = await asked(`network.net?input=${input}`);
    expect(response.headers.get("content-disposition")).toMatch(/filename="network-r\d+\.net"/);
    expect(await response.text()).toBe('*Vertices 2\r\n1 "Immunity"\r\n2 "Timetable"\r\n*Edges\r\n1 2 9\r\n');
  });

  it("is the whole network of actors otherwise", async () => {
    const response = await asked("network.graphml");
    expect(response.headers.get("content-type")).toBe("application/graphml+xml; charset=utf-8");
    expect((await response.text()).match(/<node /g)).toHaveLength(5);
  });

  it.each([
    ["network.xls", 404],
    ["network.graphml?input={", 400],
    ["network.graphml?where={}", 400],
    [`network.graphml?input=${encodeURIComponent('{"mode":"FRIENDS"}')}`, 400],
    [`network.graphml?input=${encodeURIComponent('{"top":0}')}`, 400],
  ])("is refused where it is asked wrongly: %s", async (path, status) => {
    expect((await asked(path)).status).toBe(status);
  });
});
