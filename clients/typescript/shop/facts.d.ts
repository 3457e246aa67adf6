// Made from the schema of Plinth.

/** What each scalar is in an answer: for gql.tada, and for your own types. */
export interface Scalars {
  CurrencyCode: string;
  DateTime: string;
  Decimal: string;
  ID: string;
}

/** The same as text: for graphql-codegen, and for Relay. */
export declare const scalars: { [Name in keyof Scalars]: string };

/** Which types may stand in the place of an interface or a union: for Apollo Client. */
export declare const possibleTypes: {
  Node: ("Collection" | "Market" | "Media" | "Product" | "Variant")[];
};

/** What has no key, and which arguments tell one list from another: for Apollo Client, as plain data. */
export declare const typePolicies: { [type: string]: { keyFields?: false; merge?: true; fields?: { [field: string]: { keyArgs: string[] } } } };

/** The types that have no key: for graphcache, as plain data. */
export declare const keys: { [type: string]: null };

/** The fields of Query that find entities by id, with the place of the id among their arguments. */
export declare const lookups: { [field: string]: { type: string; id: string[] } };

/** As much of an introspection as graphcache needs. */
export declare const introspection: {
  __schema: {
    queryType: { name: string; kind: "OBJECT" };
    mutationType: { name: string; kind: "OBJECT" } | null;
    subscriptionType: { name: string; kind: "OBJECT" } | null;
    types: { kind: string; name: string }[];
  };
};
