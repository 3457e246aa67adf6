import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  optionAvailability,
  matchingVariantIndexes,
  availableOptions,
  closestVariant,
  variantOfOptions,
  type OptionAvailability,
} from "../../../../src/domain/catalog/options/option-availability.js";
import type { ChosenOption } from "../../../../src/domain/catalog/options/chosen-option.js";
import type { Option } from "../../../../src/domain/catalog/options/option.js";
import { Money } from "../../../../src/domain/shared/money.js";
import { aVariant, variantId } from "../../../builders/product-content.js";

const COLOUR: Option = { name: "Colour", values: ["Red", "Blue", "Green"] };
const TEN = Money.of(1_000, "EUR");
const SIZE: Option = { name: "Size", values: ["S", "M", "L"] };

/** A shirt: red and blue in S and M, blue also in L; green is an option value without variants. */
const SHIRT = shirtWith({ "Red S": 0, "Red M": 3, "Blue S": 2, "Blue M": 0, "Blue L": 5 });

function shirtWith(stock: Readonly<Record<string, number>>): OptionAvailability {
  const variants = Object.keys(stock).map((name, index) =>
    aVariant(index + 1, { optionValues: name.split(" ") }),
  );
  return optionAvailability(
    { options: [COLOUR, SIZE], variants },
    new Map(
      Object.values(stock).map((available, index) => [
        variantId(index + 1),
        { price: TEN, available },
      ]),
    ),
  );
}

const chosen = (values: Readonly<Record<string, string>>): readonly ChosenOption[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
const [RED_S, RED_M, BLUE_S, BLUE_M, BLUE_L] = [1, 2, 3, 4, 5].map(variantId);

test("a variant without a price cannot be bought, whatever its stock", () => {
  const variants = [aVariant(1), aVariant(2, { tracked: false })];
  const terms = new Map(variants.map(({ id }) => [id, { price: null, available: 9 }] as const));
  const availability = optionAvailability({ options: [SIZE], variants }, terms);
  expect(availability.variants.map(({ available }) => available)).toEqual([false, false]);
});

describe("option availability", () => {
  test("values for all options identify one variant, in any order and whether or not it is available", () => {
    expect(variantOfOptions(SHIRT, chosen({ Size: "S", Colour: "Red" }))).toBe(RED_S);
    expect(variantOfOptions(SHIRT, chosen({ Colour: " Blue ", Size: "L" }))).toBe(BLUE_L);
  });

  test.each([
    ["a combination that no variant has", { Colour: "Green", Size: "S" }],
    ["an unknown value", { Colour: "Purple", Size: "S" }],
    ["a value in another case", { Colour: "red", Size: "S" }],
    ["an additional unknown option", { Colour: "Red", Size: "S", Fabric: "Wool" }],
    ["a value for only one of two options", { Colour: "Red" }],
    ["an empty choice", {}],
  ])("%s identifies no variant", (_, values) => {
    expect(variantOfOptions(SHIRT, chosen(values))).toBeNull();
  });

  test("the first value counts if an option is chosen twice", () => {
    expect(
      variantOfOptions(SHIRT, [
        ...chosen({ Colour: "Red", Size: "S" }),
        { name: "Size", value: "M" },
      ]),
    ).toBe(RED_S);
  });

  test("the only variant of a product without options is found without chosen values", () => {
    const mug = optionAvailability(
      { options: [{ name: "Title", values: ["Default Title"] }], variants: [aVariant(9)] },
      new Map(),
    );

    expect(variantOfOptions(mug, [])).toBe(variantId(9));
    expect(variantOfOptions(mug, chosen({ Colour: "Red" }))).toBeNull();
    expect(closestVariant(mug, [])).toBe(variantId(9));
  });

  test.each([
    ["the chosen variant, although it is sold out", { Colour: "Red", Size: "S" }, RED_S],
    ["the first available variant with the chosen value", { Colour: "Red" }, RED_M],
    ["the first available variant with the chosen value of the last option", { Size: "L" }, BLUE_L],
    [
      "a variant with the chosen value of the earlier option, if none has both",
      { Colour: "Red", Size: "L" },
      RED_M,
    ],
    [
      "a variant with the chosen value of the later option, if none with the earlier is available",
      { Colour: "Green", Size: "S" },
      BLUE_S,
    ],
    [
      "the first available variant, if no chosen value is known",
      { Colour: "Purple", Fabric: "Wool" },
      RED_M,
    ],
    ["the first available variant, if nothing is chosen", {}, RED_M],
  ])("a product page starts with %s", (_, values, expected) => {
    expect(closestVariant(SHIRT, chosen(values))).toBe(expected);
  });

  test("a product page of a sold-out product starts with the closest variant, or the first if none is close", () => {
    const soldOut = shirtWith({ "Red S": 0, "Blue S": 0, "Blue M": 0 });

    expect(closestVariant(soldOut, chosen({ Colour: "Blue" }))).toBe(variantId(2));
    expect(closestVariant(soldOut, [])).toBe(variantId(1));
    expect(closestVariant({ ...soldOut, variants: [] }, [])).toBeNull();
  });

  test("each value is combined with the other values of the variant that is shown", () => {
    const [colours, sizes] = availableOptions(SHIRT, chosen({ Colour: "Red" }));

    expect(colours).toEqual({
      name: "Colour",
      values: [
        { value: "Red", exists: true, available: true, selected: true, variant: RED_M },
        { value: "Blue", exists: true, available: false, selected: false, variant: BLUE_M },
        { value: "Green", exists: false, available: false, selected: false, variant: null },
      ],
    });
    expect(sizes).toEqual({
      name: "Size",
      values: [
        { value: "S", exists: true, available: false, selected: false, variant: RED_S },
        { value: "M", exists: true, available: true, selected: true, variant: RED_M },
        { value: "L", exists: false, available: false, selected: false, variant: null },
      ],
    });
  });

  test("the values of the variant that is shown are selected, whatever was chosen", () => {
    const selected = (values: Readonly<Record<string, string>>) =>
      availableOptions(SHIRT, chosen(values)).map(
        (option) => option.values.find((value) => value.selected)?.value,
      );

    expect(selected({})).toEqual(["Red", "M"]);
    expect(selected({ Colour: "Red", Size: "L" })).toEqual(["Red", "M"]);
    expect(selected({ Colour: "Red", Size: "S" })).toEqual(["Red", "S"]);
    expect(selected({ Colour: "Green" })).toEqual(["Red", "M"]);
    expect(
      availableOptions({ ...SHIRT, variants: [] }, []).flatMap(({ values }) =>
        values.filter((value) => value.selected),
      ),
    ).toEqual([]);
  });

  test("variants are filtered by values and by availability", () => {
    expect(matchingVariantIndexes(SHIRT, { chosen: chosen({ Colour: "Blue" }) })).toEqual([
      2, 3, 4,
    ]);
    expect(
      matchingVariantIndexes(SHIRT, { chosen: chosen({ Colour: "Blue" }), available: false }),
    ).toEqual([3]);
    expect(matchingVariantIndexes(SHIRT, { available: true })).toEqual([1, 2, 4]);
    expect(matchingVariantIndexes(SHIRT, { chosen: chosen({ Colour: "Purple" }) })).toEqual([]);
    expect(matchingVariantIndexes(SHIRT, {})).toEqual([0, 1, 2, 3, 4]);
  });
});

/**
 * Up to four options with up to four values, some of the combinations as variants, and a choice
 * with unknown words in it.
 */
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
      selection: fc.array(fc.integer({ min: 0, max: sizes.length }).chain(word), { maxLength: 5 }),
    });
  });

test("the results equal those of a check of every variant", () => {
  fc.assert(
    fc.property(anyShop, ({ options, variants: [combinations, inStock], selection }) => {
      const variants = combinations.map((optionValues, index) => ({
        ...aVariant(index),
        optionValues,
        sellable: inStock[index] === true,
      }));
      const shop = optionAvailability(
        { options, variants },
        new Map(
          variants.map(({ id, sellable }) => [id, { price: TEN, available: sellable ? 1 : 0 }]),
        ),
      );
      const known = new Map<number, string>();
      for (const { name, value } of selection) {
        const axis = options.findIndex((option) => option.name === name);
        if (axis >= 0 && options[axis]?.values.includes(value) && !known.has(axis))
          known.set(axis, value);
      }
      const variantsWith = (values: ReadonlyMap<number, string>) =>
        variants.filter(({ optionValues }) =>
          [...values].every(([axis, value]) => optionValues[axis] === value),
        );
      const isKnown = selection.every(({ name, value }) =>
        options.some((option) => option.name === name && option.values.includes(value)),
      );
      const isFull = known.size === options.length;

      expect(variantOfOptions(shop, selection)).toBe(
        (isFull && isKnown && variantsWith(known)[0]?.id) || null,
      );
      expect(matchingVariantIndexes(shop, { chosen: selection, available: true })).toEqual(
        isKnown
          ? variants.flatMap((one, index) =>
              one.sellable && variantsWith(known).includes(one) ? [index] : [],
            )
          : [],
      );
      const closest = variants.find(({ id }) => id === closestVariant(shop, selection));
      const selected = new Map(closest?.optionValues.entries());
      for (const [axis, { name, values }] of availableOptions(shop, selection).entries()) {
        expect(name).toBe(options[axis]?.name);
        for (const availableValue of values) {
          const fitting = variantsWith(new Map(selected).set(axis, availableValue.value));
          const first = fitting.find(({ sellable }) => sellable) ?? fitting[0];
          expect(availableValue).toEqual({
            value: availableValue.value,
            exists: fitting.length > 0,
            available: first?.sellable ?? false,
            selected: selected.get(axis) === availableValue.value,
            variant: first?.id ?? null,
          });
        }
      }

      if (isFull && variantsWith(known)[0]) expect(closest).toBe(variantsWith(known)[0]);
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
        expect(closest).toBe(some.find((one) => merits(one) === best));
      }
    }),
  );
});
