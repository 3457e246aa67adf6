export declare const contextHeaders: (
  storage: { getItem(name: string): string | null },
  own?: object,
) => Record<string, string>;
