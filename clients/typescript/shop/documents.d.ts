/** The document and all ready fragments that it needs, as one text: `withFragments("{ shop { currency } products(first: 4) { nodes { ...PlinthProductCard } } }")`. */
export declare const withFragments: (document: string) => string;
