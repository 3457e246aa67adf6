import { describe, expect, test } from "vitest";
import type { WebhookRequest } from "../../../src/application/payments/ports/payment-gateway.js";
import type { GatewaySubject } from "./gateway-subject.js";
import { request } from "./payment-requests.js";

/** The webhooks of a gateway: only those that it has signed lately are read. */
export const webhooksContract = (opened: () => GatewaySubject): void => {
  describe("webhooks", () => {
    /** One about a new payment. */
    const received = async () => {
      const subject = opened();
      const { gateway, tokens } = subject;
      const asked = request({ token: tokens.succeeds });
      const payment = await gateway.authorise(asked);
      const isAbout = ({ body }: WebhookRequest): boolean =>
        Buffer.from(body).toString("utf8").includes(payment.reference);
      await expect.poll(() => subject.webhooks().some(isAbout)).toBe(true);
      const webhook = subject.webhooks().find(isAbout);
      if (!webhook) throw new Error("A webhook has vanished.");
      return { gateway, payment, asked, webhook };
    };
    const seconds = (count: number): Date => new Date(Date.now() + count * 1_000);

    test("tell which payment to look up", async () => {
      const { gateway, payment, asked, webhook } = await received();

      const notice = gateway.readWebhook(webhook, new Date());

      expect(notice).toMatchObject({
        eventId: expect.any(String),
        payment: { reference: payment.reference, key: asked.key },
      });
      expect(Math.abs(Date.now() - (notice?.occurredAt.getTime() ?? 0))).toBeLessThan(60_000);
    });

    test("are read up to five minutes before and after they were signed", async () => {
      const { gateway, webhook } = await received();
      const isRead = (at: Date): boolean => gateway.readWebhook(webhook, at) !== null;

      expect([isRead(seconds(290)), isRead(seconds(-290))]).toEqual([true, true]);
      expect([isRead(seconds(305)), isRead(seconds(-305))]).toEqual([false, false]);
    });

    test("are not read when one byte differs, or a signature is missing, cut or of another", async () => {
      const { gateway, webhook } = await received();
      const other = (await received()).webhook;
      const now = new Date();
      const body = Uint8Array.from(webhook.body);
      body[10] = (body[10] ?? 0) ^ 1;
      const [name = "", signature = ""] =
        Object.entries(webhook.headers).find(([header]) => header.endsWith("signature")) ?? [];
      const signed = (value: string | undefined): WebhookRequest => ({
        ...webhook,
        headers: { ...webhook.headers, [name]: value },
      });

      expect(gateway.readWebhook(webhook, now)).not.toBeNull();
      for (const forged of [
        { ...webhook, body },
        { ...webhook, body: new Uint8Array() },
        { ...webhook, headers: {} },
        { ...webhook, headers: other.headers },
        signed(undefined),
        signed(""),
        signed(signature.slice(0, -1)),
        signed(signature.replace(/t=\d+/, "t=9999999999")),
        signed(signature.replace(/v1=.*/, "v1=")),
        signed(signature.replace(/v1=.*/, `v1=${"0".repeat(64)}`)),
      ])
        expect(gateway.readWebhook(forged, now)).toBeNull();
    });
  });
};
