// Made from the schema of Plinth.

export declare const PlinthCollection: string;

export declare const PlinthImage: string;

export declare const PlinthMoney: string;

export declare const PlinthPageInfo: string;

export declare const PlinthProductCard: string;

export declare const PlinthProductChoice: string;

export declare const PlinthProductPage: string;

export declare const PlinthReference: string;

export declare const PlinthSearchFacets: string;

export declare const PlinthVariant: string;

export declare const PlinthFieldChange: string;

export declare const PlinthWarning: string;

export declare const PlinthUserError: string;
