import type { ProductTranslation } from "./product-texts.js";

/** Translations that go with an option under its new name, and its values under theirs. */
export const renamedTexts = (
  translations: readonly ProductTranslation[],
  name: string,
  newName: string,
  renamed: ReadonlyMap<string, string>,
): readonly ProductTranslation[] =>
  translations.map((one) => ({
    ...one,
    options: one.options.map((option) =>
      option.name !== name
        ? option
        : {
            ...option,
            name: newName,
            values: option.values.map(({ value, text: word }) => ({
              value: renamed.get(value) ?? value,
              text: word,
            })),
          },
    ),
  }));
