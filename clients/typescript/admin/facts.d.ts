// Made from the schema of Plinth.

/** The TypeScript type of each scalar in a response: for gql.tada and your own types. */
export interface Scalars {
  CurrencyCode: string;
  DateTime: string;
  Decimal: string;
  ID: string;
  JSON: unknown;
}

/** The same as strings: for graphql-codegen and Relay. */
export declare const scalars: { [Name in keyof Scalars]: string };

/** The concrete types of each interface and union: for Apollo Client. */
export declare const possibleTypes: {
  MetafieldReference: ("Collection" | "Media" | "Product" | "Variant")[];
  Node: ("Collection" | "CustomerGroup" | "DeliveryOption" | "DeliveryZone" | "Fee" | "Location" | "Market" | "Media" | "MetafieldDefinition" | "Order" | "Payment" | "PaymentMethod" | "PriceList" | "Product" | "Refund" | "ScheduledPrice" | "TaxCategory" | "TaxRate" | "TaxZone" | "Variant")[];
  UserError: ("AmountExceededError" | "CartClosedError" | "IdempotencyError" | "InUseError" | "InsufficientStockError" | "InvalidInputError" | "NotFoundError" | "OrderNotPayableError" | "PaymentMethodNotEligibleError" | "PaymentNotPossibleError" | "PriceChangedError" | "StaleVersionError" | "TakenError" | "TooManyError")[];
};

/** Types without keys, and the arguments that identify a list: for Apollo Client, as plain data. */
export declare const typePolicies: { [type: string]: { keyFields?: false; merge?: true; fields?: { [field: string]: { keyArgs: string[] } } } };

/** Types without keys: for graphcache, as plain data. */
export declare const keys: { [type: string]: null };

/** Fields of Query that find entities by id, with the path of the id in their arguments. */
export declare const lookups: { [field: string]: { type: string; id: string[] } };
