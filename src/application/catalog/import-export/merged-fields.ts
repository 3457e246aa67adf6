import { keysOf } from "../../../domain/shared/keys-of.js";

/**
 * The fields of a stored record after those of a file. A field that the file leaves out keeps its
 * stored value.
 * @param defaults the values of a new record, one for each field
 */
export const mergedFields = <Fields extends object>(
  file: Partial<Fields>,
  stored: Fields | null,
  defaults: Fields,
): Fields => {
  const fields: Partial<Fields> = { ...defaults };
  for (const field of keysOf(defaults))
    fields[field] = file[field] === undefined ? (stored ?? defaults)[field] : file[field];
  return fields as Fields;
};
