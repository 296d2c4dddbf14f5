import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { askedBefore } from "../../src/http/asked-before.ts";

const tag = (number: number) => `"${hash("sha256", String(number), "base64url")}"`;

describe("what was asked before", () => {
  it("is known when it is asked again", () => {
    const isAskedAgain = askedBefore();
    expect([1, 2, 1, 3, 2, 1].map((each) => isAskedAgain(tag(each)))).toEqual([
      false,
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it("is never taken for another among ten thousand, and hardly forgotten", () => {
    const isAskedAgain = askedBefore();
    const numbers = Array.from({ length: 10_000 }, (_, number) => number);
    expect(numbers.filter((number) => isAskedAgain(tag(number)))).toEqual([]);
    expect(numbers.filter((number) => isAskedAgain(tag(number))).length).toBeGreaterThan(8_000);
  });
});
