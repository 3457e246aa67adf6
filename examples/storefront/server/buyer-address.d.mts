import type { IncomingMessage } from "node:http";

export const buyerAddresses: (
  setting?: string,
) => (request: Pick<IncomingMessage, "headers" | "socket">) => string;
