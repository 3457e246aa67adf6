import { registerEnumType } from "type-graphql";

/** An enum whose values come from the contexts of a schema. */
export interface OpenEnum {
  /** What a field names as its type. */
  readonly type: object;
  /** Replaces the values, right before a schema is built: by value, what it means. */
  readonly setValues: (meanings: Readonly<Record<string, string>>) => void;
}

/** The types of a schema refer to this enum before it is known which contexts the schema has. */
export const openEnum = (name: string, description: string): OpenEnum => {
  const type: Record<string, string> = {};
  const valuesConfig: Record<string, { description: string }> = {};
  registerEnumType(type, { name, description, valuesConfig });
  return {
    type,
    setValues: (meanings) => {
      for (const value of Object.keys(type)) {
        delete type[value];
        delete valuesConfig[value];
      }
      for (const [value, meaning] of Object.entries(meanings)) {
        type[value] = value;
        valuesConfig[value] = { description: meaning };
      }
    },
  };
};
