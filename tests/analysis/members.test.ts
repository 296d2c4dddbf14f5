import { describe, expect, it } from "vitest";
import { membersView } from "../../src/analysis/members.ts";
import { defaultRule, type Position, position } from "../../src/domain/position.ts";
import type { Direction } from "../../src/domain/stance.ts";
import { observed } from "../domain/observations.ts";

const held = (direction: Direction, intensity?: 2 | -2): Position =>
  position([observed(direction, "2024", intensity && { intensity })], defaultRule, null) as Position;

describe("the members' view", () => {
  it("is nothing without evidence", () => {
    expect(membersView([], 7)).toBeNull();
  });

  it("is their mean score, how many have a position, and how they split", () => {
    const positions = [held("SUPPORTS", 2), held("SUPPORTS"), held("OPPOSES"), held("UNDECIDED")];
    expect(membersView(positions, 8)).toEqual({
      score: 0.25,
      coverage: 0.5,
      cohesion: 0.25,
      members: 8,
      withPosition: 4,
      supporting: 2,
      opposing: 1,
      other: 1,
    });
  });

  it.each([
    ["all on one side", ["OPPOSES", "OPPOSES"], 1],
    ["half and half", ["SUPPORTS", "OPPOSES"], 0.25],
    ["an even split three ways", ["SUPPORTS", "OPPOSES", "NEUTRAL"], 0],
    ["all undecided", ["UNDECIDED", "DECLINED_TO_COMMENT"], 1],
  ] as const)("has, with %s (%j), a cohesion of %d", (_, directions, cohesion) => {
    expect(
      membersView(
        directions.map((direction) => held(direction)),
        3,
      )?.cohesion,
    ).toBe(cohesion);
  });
});
