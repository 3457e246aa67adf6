import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  choices,
  choosableAt,
  outlookOfChoice,
  variantNearChoice,
  variantOfChoice,
  type Choices,
} from "../../../src/domain/catalog/choices.js";
import type { ChosenValue } from "../../../src/domain/catalog/choose-values.js";
import type { Option } from "../../../src/domain/catalog/option.js";
import { aVariant, variantId } from "../../builders/product-content.js";

const COLOUR: Option = { name: "Colour", values: ["Red", "Blue", "Green"] };
const SIZE: Option = { name: "Size", values: ["S", "M", "L"] };

/** A shirt: red and blue in S and M, blue also in L; green is offered, but there is none. */
const SHIRT = shirtWith({ "Red S": 0, "Red M": 3, "Blue S": 2, "Blue M": 0, "Blue L": 5 });

function shirtWith(stock: Readonly<Record<string, number>>): Choices {
  const variants = Object.keys(stock).map((name, index) =>
    aVariant(index + 1, { optionValues: name.split(" ") }),
  );
  return choices(
    { options: [COLOUR, SIZE], variants },
    new Map(Object.values(stock).map((available, index) => [variantId(index + 1), { available }])),
  );
}

const chosen = (wanted: Readonly<Record<string, string>>): readonly ChosenValue[] =>
  Object.entries(wanted).map(([name, value]) => ({ name, value }));
const [RED_S, RED_M, BLUE_S, , BLUE_L] = [1, 2, 3, 4, 5].map(variantId);

describe("what can be chosen", () => {
  test("a full choice names one variant, in whatever order it is said and whether or not it can be bought", () => {
    expect(variantOfChoice(SHIRT, chosen({ Size: "S", Colour: "Red" }))).toBe(RED_S);
    expect(variantOfChoice(SHIRT, chosen({ Colour: " Blue ", Size: "L" }))).toBe(BLUE_L);
  });

  test.each([
    ["a value that no variant has", { Colour: "Green", Size: "S" }],
    ["an unknown value", { Colour: "Purple", Size: "S" }],
    ["another spelling", { Colour: "red", Size: "S" }],
    ["an unknown option beside the others", { Colour: "Red", Size: "S", Fabric: "Wool" }],
    ["half a choice", { Colour: "Red" }],
    ["nothing", {}],
  ])("%s names none", (_, wanted) => {
    expect(variantOfChoice(SHIRT, chosen(wanted))).toBeNull();
  });

  test("of an option that is named twice the first one counts", () => {
    expect(
      variantOfChoice(SHIRT, [
        ...chosen({ Colour: "Red", Size: "S" }),
        { name: "Size", value: "M" },
      ]),
    ).toBe(RED_S);
  });

  test("a product without a choice is found without saying anything", () => {
    const mug = choices(
      { options: [{ name: "Title", values: ["Default Title"] }], variants: [aVariant(9)] },
      new Map(),
    );

    expect(variantOfChoice(mug, [])).toBe(variantId(9));
    expect(variantOfChoice(mug, chosen({ Colour: "Red" }))).toBeNull();
    expect(variantNearChoice(mug, [])).toBe(variantId(9));
  });

  test.each([
    ["what was chosen, though it is sold out", { Colour: "Red", Size: "S" }, RED_S],
    ["the first one in stock with the value that is chosen", { Colour: "Red" }, RED_M],
    ["the first one in stock with the last option, where that is all", { Size: "L" }, BLUE_L],
    ["the earlier option, where both cannot be had", { Colour: "Red", Size: "L" }, RED_M],
    [
      "the later option, where the earlier cannot be had at all",
      { Colour: "Green", Size: "S" },
      BLUE_S,
    ],
    [
      "the first one in stock, where nothing of it is known",
      { Colour: "Purple", Fabric: "Wool" },
      RED_M,
    ],
    ["the first one in stock, where nothing is chosen", {}, RED_M],
  ])("a product page begins with %s", (_, wanted, expected) => {
    expect(variantNearChoice(SHIRT, chosen(wanted))).toBe(expected);
  });

  test("where everything is sold out the page begins with what comes nearest, and with the first when nothing does", () => {
    const soldOut = shirtWith({ "Red S": 0, "Blue S": 0, "Blue M": 0 });

    expect(variantNearChoice(soldOut, chosen({ Colour: "Blue" }))).toBe(variantId(2));
    expect(variantNearChoice(soldOut, [])).toBe(variantId(1));
    expect(variantNearChoice({ ...soldOut, variants: [] }, [])).toBeNull();
  });

  test("each value is looked at together with the rest of the choice", () => {
    const [colours, sizes] = outlookOfChoice(SHIRT, chosen({ Colour: "Red" }));

    expect(colours).toEqual({
      name: "Colour",
      values: [
        { value: "Red", exists: true, available: true, selected: true, variant: RED_M },
        { value: "Blue", exists: true, available: true, selected: false, variant: BLUE_S },
        { value: "Green", exists: false, available: false, selected: false, variant: null },
      ],
    });
    expect(sizes).toEqual({
      name: "Size",
      values: [
        { value: "S", exists: true, available: false, selected: false, variant: RED_S },
        { value: "M", exists: true, available: true, selected: false, variant: RED_M },
        { value: "L", exists: false, available: false, selected: false, variant: null },
      ],
    });
  });

  test("a list is narrowed by values and by what can be bought", () => {
    expect(choosableAt(SHIRT, { chosen: chosen({ Colour: "Blue" }) })).toEqual([2, 3, 4]);
    expect(choosableAt(SHIRT, { chosen: chosen({ Colour: "Blue" }), available: false })).toEqual([
      3,
    ]);
    expect(choosableAt(SHIRT, { available: true })).toEqual([1, 2, 4]);
    expect(choosableAt(SHIRT, { chosen: chosen({ Colour: "Purple" }) })).toEqual([]);
    expect(choosableAt(SHIRT, {})).toEqual([0, 1, 2, 3, 4]);
  });
});

/** Up to four options with up to four values, some of the combinations as variants, and a choice with unknown words in it. */
const anyShop = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const options = sizes.map((size, axis): Option => ({
      name: `Option ${axis}`,
      values: Array.from({ length: size }, (_, index) => `${axis}.${index}`),
    }));
    const all = options.reduce<readonly (readonly string[])[]>(
      (so, { values }) => so.flatMap((left) => values.map((value) => [...left, value])),
      [[]],
    );
    const word = (axis: number) =>
      fc.record({
        name: fc.constant(`Option ${axis}`),
        value: fc.integer({ min: 0, max: sizes[axis] ?? 0 }).map((index) => `${axis}.${index}`),
      });
    return fc.record({
      options: fc.constant(options),
      variants: fc
        .shuffledSubarray([...all])
        .chain((some) =>
          fc.tuple(
            fc.constant(some),
            fc.array(fc.boolean(), { minLength: some.length, maxLength: some.length }),
          ),
        ),
      said: fc.array(fc.integer({ min: 0, max: sizes.length }).chain(word), { maxLength: 5 }),
    });
  });

test("the answers are those that looking at every variant gives", () => {
  fc.assert(
    fc.property(anyShop, ({ options, variants: [combinations, inStock], said }) => {
      const variants = combinations.map((optionValues, index) => ({
        ...aVariant(index),
        optionValues,
        sellable: inStock[index] === true,
      }));
      const shop = choices(
        { options, variants },
        new Map(variants.map(({ id, sellable }) => [id, { available: sellable ? 1 : 0 }])),
      );
      const known = new Map<number, string>();
      for (const { name, value } of said) {
        const axis = options.findIndex((option) => option.name === name);
        if (axis >= 0 && options[axis]?.values.includes(value) && !known.has(axis))
          known.set(axis, value);
      }
      const having = (wanted: ReadonlyMap<number, string>) =>
        variants.filter(({ optionValues }) =>
          [...wanted].every(([axis, value]) => optionValues[axis] === value),
        );
      const isUnderstood = said.every(({ name, value }) =>
        options.some((option) => option.name === name && option.values.includes(value)),
      );
      const isFull = known.size === options.length;

      expect(variantOfChoice(shop, said)).toBe(
        (isFull && isUnderstood && having(known)[0]?.id) || null,
      );
      expect(choosableAt(shop, { chosen: said, available: true })).toEqual(
        isUnderstood
          ? variants.flatMap((one, index) =>
              one.sellable && having(known).includes(one) ? [index] : [],
            )
          : [],
      );
      for (const [axis, { name, values }] of outlookOfChoice(shop, said).entries()) {
        expect(name).toBe(options[axis]?.name);
        for (const outlook of values) {
          const fitting = having(new Map(known).set(axis, outlook.value));
          const first = fitting.find(({ sellable }) => sellable) ?? fitting[0];
          expect(outlook).toEqual({
            value: outlook.value,
            exists: fitting.length > 0,
            available: first?.sellable ?? false,
            selected: known.get(axis) === outlook.value,
            variant: first?.id ?? null,
          });
        }
      }

      const near = variants.find(({ id }) => id === variantNearChoice(shop, said));
      if (isFull && having(known)[0]) expect(near).toBe(having(known)[0]);
      else {
        // No other one that can be bought does better in the first option in which they differ.
        const some = variants.some(({ sellable }) => sellable)
          ? variants.filter(({ sellable }) => sellable)
          : variants;
        const merits = (one: (typeof variants)[number]) =>
          options
            .map((_, axis) =>
              known.has(axis) ? Number(one.optionValues[axis] === known.get(axis)) : 1,
            )
            .join("");
        const best = some.map(merits).toSorted().at(-1);
        expect(near).toBe(some.find((one) => merits(one) === best));
      }
    }),
  );
});
