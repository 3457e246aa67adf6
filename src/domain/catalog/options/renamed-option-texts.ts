import type { OptionTexts } from "./option-texts.js";

/**
 * Translations that follow an option to its new name and its values to theirs.
 * @param renamed the new name of each renamed value
 */
export const renamedOptionTexts = <
  Translation extends { readonly options: readonly OptionTexts[] },
>(
  translations: readonly Translation[],
  name: string,
  newName: string,
  renamed: ReadonlyMap<string, string>,
): readonly Translation[] =>
  translations.map((one) => ({
    ...one,
    options: one.options.map((option) =>
      option.name !== name
        ? option
        : {
            ...option,
            name: newName,
            values: option.values.map(({ value, text }) => ({
              value: renamed.get(value) ?? value,
              text,
            })),
          },
    ),
  }));
