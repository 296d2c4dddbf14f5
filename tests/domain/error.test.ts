import { describe, expect, it } from "vitest";
import { placeOf, RejectedError, StanceGraphError } from "../../src/domain/error.ts";

describe("a trouble the caller can act on", () => {
  it("has a code for programs, a sentence for people, and a place", () => {
    const trouble = new StanceGraphError("not_found", "No actor is named Miners.", ["input", "holder"]);
    expect([trouble.code, trouble.message, trouble.path]).toEqual([
      "not_found",
      "No actor is named Miners.",
      ["input", "holder"],
    ]);
    expect(new StanceGraphError("invalid", "No.").path).toEqual([]);
  });
});

describe("input refused as a whole", () => {
  const problem = {
    file: "coding.yaml",
    line: 12,
    field: "stances[3].quote",
    message: "It is not in the text.",
  };

  it("says how many problems there are, and the first of them with its place", () => {
    expect(new RejectedError([problem]).message).toBe(
      "1 problem found, nothing was written. First: coding.yaml:12 stances[3].quote: It is not in the text.",
    );
    expect(new RejectedError([problem], 2000)).toMatchObject({ code: "invalid", count: 2000 });
    expect(new RejectedError([problem], 2000).message).toMatch(/^2000 problems found, nothing was written\./);
  });

  it("names a place without a line where the format has none", () => {
    expect(placeOf({ ...problem, line: null, field: "" })).toBe("coding.yaml");
    expect(new RejectedError([]).message).toBe("0 problems found, nothing was written.");
  });
});
