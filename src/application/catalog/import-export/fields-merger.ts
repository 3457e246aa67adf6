import { keysOf } from "../../../domain/shared/keys-of.js";

/**
 * Merges the fields of a file into those of a stored record. A field that the file leaves out keeps
 * its stored value.
 * @param defaults the values of a new record, one for each field
 * @returns a function that adds them to the rest of a record, because an import merges thousands
 */
export const fieldsMerger = <Fields extends object>(defaults: Fields) => {
  const fields = keysOf(defaults);
  return <Rest extends object>(
    rest: Rest,
    file: Partial<Fields>,
    stored: Fields | null,
  ): Rest & Fields => {
    const record = rest as Rest & Partial<Fields>;
    const before = stored ?? defaults;
    for (const field of fields)
      record[field] = (file[field] === undefined ? before : file)[field] as (Rest &
        Fields)[typeof field];
    return record as Rest & Fields;
  };
};
