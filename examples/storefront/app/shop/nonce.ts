import { createContext, useContext } from "react";

/** What lets the scripts of the page run, and no others. Browsers hide it from scripts. */
export const Nonce = createContext<string | undefined>(undefined);

export const useNonce = (): string | undefined => useContext(Nonce);
