type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export declare const PLACEHOLDER: string;
export declare const isEntered: (value: unknown) => value is string;
export declare const nameOfAuthorization: (headers: object) => string | undefined;
export declare const pageStorage: (
  name: string,
  stores?: { readonly local: Store; readonly session: Store },
) => Store & { readonly length: number; clear(): void };
export declare const withoutKeys: (text: string) => string | null;
