import { expect, test } from "vitest";
import { addOption } from "../../../../src/domain/catalog/options/add-option.js";
import { editOption, type OptionEdit } from "../../../../src/domain/catalog/options/edit-option.js";
import { optionKey, valueKey } from "../../../../src/domain/catalog/options/option-keys.js";
import { options, type Option } from "../../../../src/domain/catalog/options/option.js";

const SHIRT: readonly Option[] = [
  { name: "Size", values: ["S", "L"] },
  { name: "Colour", values: ["red", "blue"] },
];

const edited = (before: readonly Option[], name: string, edit: OptionEdit) =>
  options(editOption({ options: before, variants: [] }, name, edit).options);
const keysOf = (found: readonly Option[]) =>
  found.map((option) => [
    optionKey(option),
    ...option.values.map((value) => `${value}: ${valueKey(option, value)}`),
  ]);

test("an option that was never renamed has its names as keys, and stores none", () => {
  expect(options(SHIRT)).toEqual(SHIRT);
  expect(keysOf(SHIRT)).toEqual([
    ["Size", "S: S", "L: L"],
    ["Colour", "red: red", "blue: blue"],
  ]);
});

test("an option and its values keep their keys when they are renamed, also twice and in turn", () => {
  const once = edited(SHIRT, "Colour", {
    newName: "Shade",
    renameValues: [
      { from: "red", to: "blue" },
      { from: "blue", to: "red" },
    ],
  });
  const twice = edited(once, "Shade", {
    newName: "Tone",
    renameValues: [{ from: "blue", to: "crimson" }],
  });

  expect(keysOf(once)[1]).toEqual(["Colour", "blue: red", "red: blue"]);
  expect(keysOf(twice)[1]).toEqual(["Colour", "crimson: red", "red: blue"]);
  expect(
    edited(twice, "Tone", {
      newName: "Colour",
      renameValues: [
        { from: "crimson", to: "red" },
        { from: "red", to: "blue" },
      ],
    }),
  ).toEqual(SHIRT);
});

test("a new value or option with a name that another one had gets a key of its own", () => {
  const renamed = edited(SHIRT, "Colour", {
    newName: "Shade",
    renameValues: [{ from: "red", to: "crimson" }],
  });
  const added = options(
    addOption(
      { options: edited(renamed, "Shade", { addValues: ["red"] }), variants: [] },
      { name: "Colour", values: ["none"] },
    ).options,
  );

  expect(keysOf(added)).toEqual([
    ["Size", "S: S", "L: L"],
    ["Colour", "crimson: red", "blue: blue", "red: red 2"],
    ["Colour 2", "none: none"],
  ]);
  expect(keysOf(edited(added, "Shade", { removeValues: ["crimson"] }))[1]).toEqual([
    "Colour",
    "blue: blue",
    "red: red 2",
  ]);
});
