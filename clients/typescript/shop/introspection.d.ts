// Made from the schema of Plinth.

/** The part of the introspection that graphcache needs. */
export declare const introspection: {
  __schema: {
    queryType: { name: string; kind: "OBJECT" };
    mutationType: { name: string; kind: "OBJECT" } | null;
    subscriptionType: { name: string; kind: "OBJECT" } | null;
    types: { kind: string; name: string }[];
  };
};
