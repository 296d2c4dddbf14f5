import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askedBefore } from "../../src/graphql/asked-before.ts";
import { hashOf } from "../../src/graphql/plan/text-table.ts";

const tag = (number: number) => hashOf(0, `"${hash("sha256", String(number), "base64url")}"`);

describe("what was asked before", () => {
  it("is known when it is asked again", () => {
    const isAskedAgain = askedBefore(2048);
    expect([1, 2, 1, 3, 2, 1].map((each) => isAskedAgain(tag(each)))).toEqual([
      false,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it("is never taken for another, and forgotten when thousands of others have come", () => {
    const isAskedAgain = askedBefore(2048);
    const numbers = Array.from({ length: 20_000 }, (_, number) => number);
    expect(numbers.filter((number) => isAskedAgain(tag(number)))).toEqual([]);
    const known = (from: number, to: number) =>
      numbers.slice(from, to).filter((number) => isAskedAgain(tag(number))).length;
    expect(known(19_900, 20_000)).toBeGreaterThan(80);
    expect(known(0, 100)).toBeLessThan(20);
  });
});
