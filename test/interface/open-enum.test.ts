import "reflect-metadata";
import { isEnumType } from "graphql";
import { buildSchemaSync, Query, Resolver } from "type-graphql";
import { describe, expect, test } from "vitest";
import { openEnum } from "../../src/interface/graphql/schema/open-enum.js";

const colour = openEnum("TestColour", "A colour.");

@Resolver()
class ColourResolver {
  @Query(() => colour.type, { description: "The colour." })
  colour(): string {
    return "RED";
  }
}

const valuesIn = (): readonly (readonly [string, unknown])[] => {
  const type = buildSchemaSync({ resolvers: [ColourResolver] }).getType("TestColour");
  return isEnumType(type)
    ? type.getValues().map(({ name, description }) => [name, description])
    : [];
};

describe("an enum whose values the contexts bring", () => {
  test("has the values that it was filled with before the schema was built", () => {
    colour.setValues({ RED: "As a rose.", BLUE: "As the sea." });

    expect(valuesIn()).toEqual([
      ["RED", "As a rose."],
      ["BLUE", "As the sea."],
    ]);
  });

  test("loses the values of an earlier schema", () => {
    colour.setValues({ RED: "As a rose." });
    valuesIn();
    colour.setValues({ GREEN: "As grass." });

    expect(valuesIn()).toEqual([["GREEN", "As grass."]]);
  });
});
