// Asks the sandbox gateway to take money, over kept connections.
import http from "node:http";

const { LIMIT_GATEWAY_URL, LIMIT_GATEWAY_SECRET } = process.env;
const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

/** The answer about a payment; null without a gateway. */
export const startPayment = ({ key, order, number, amount, token }) => {
  if (!LIMIT_GATEWAY_URL) return null;
  const body = JSON.stringify({
    key,
    orderId: order,
    orderNumber: number,
    amount: { minorUnits: amount, currency: "EUR" },
    capture: "AUTOMATIC",
    token,
    returnUrl: null,
  });
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL("/payments", LIMIT_GATEWAY_URL),
      {
        agent,
        method: "POST",
        headers: {
          authorization: `Bearer ${LIMIT_GATEWAY_SECRET}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        },
      },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8");
          if (response.statusCode === 200) resolve(JSON.parse(answer).payment);
          else reject(new Error(`The sandbox answers ${response.statusCode}: ${answer}`));
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
};
