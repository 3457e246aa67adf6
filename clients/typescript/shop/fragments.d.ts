// Made from the schema of Plinth.

export declare const Collection: string;

export declare const Image: string;

export declare const Money: string;

export declare const PageInfo: string;

export declare const ProductCard: string;

export declare const ProductChoice: string;

export declare const ProductPage: string;

export declare const SearchFacets: string;

export declare const Variant: string;

export declare const UserError: string;
