import { describe, expect, test } from "vitest";
import { mayWriteCatalog } from "../../../src/application/catalog/ports/permissions.js";
import { useCase } from "../../../src/application/shared/use-case.js";
import {
  ADMIN_KEY_HOLDER,
  anybody,
  GUEST,
  OPERATOR,
  PermissionDenied,
  type Viewer,
} from "../../../src/application/shared/viewer.js";

describe("a use case", () => {
  const painted: string[] = [];
  const paint = useCase(
    mayWriteCatalog,
    ({ colour }: { readonly colour: string }) =>
      async (thing: string) => {
        painted.push(thing);
        return `${colour} ${thing}`;
      },
  )({ colour: "red" });

  test("checks the permission of the viewer first", async () => {
    await expect(paint("door", GUEST)).rejects.toThrow(new PermissionDenied("catalog:write"));
    expect(painted).toEqual([]);
  });

  test("rejects its promise and never throws synchronously", () => {
    const answer = paint("door", GUEST);
    expect(answer).toBeInstanceOf(Promise);
    return expect(answer).rejects.toThrow(PermissionDenied);
  });

  test.each<[string, Viewer]>([
    ["the holder of the admin key", ADMIN_KEY_HOLDER],
    ["the operator", OPERATOR],
  ])("accepts %s", async (_, viewer) => {
    expect(await paint("door", viewer)).toBe("red door");
  });

  test("exposes its policy, and one for anybody accepts a guest", async () => {
    expect(paint.policy).toEqual({ allows: "holders", permission: "catalog:write" });
    expect(await useCase(anybody, () => async (n: number) => n + 1)({})(1, GUEST)).toBe(2);
  });
});
