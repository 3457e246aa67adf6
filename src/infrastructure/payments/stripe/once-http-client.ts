import type Stripe from "stripe";

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;

/**
 * The SDK sends a call again, after half a second, when the connection was closed, also where
 * repetitions are off. It tells that by the code of the error, which is the cause of another here.
 */
export const onceHttpClient = (client: HttpClient): HttpClient => {
  const makeRequest: HttpClient["makeRequest"] = (...request) =>
    client.makeRequest(...request).catch((cause: NodeJS.ErrnoException) => {
      // The code of a deadline of the SDK is kept.
      if (cause.code === "ETIMEDOUT") throw cause;
      throw new Error("The connection to Stripe failed.", { cause });
    });
  return { getClientName: () => client.getClientName(), makeRequest };
};
