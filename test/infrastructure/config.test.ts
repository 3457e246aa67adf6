import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/infrastructure/config.js";
import { configTable } from "../../src/infrastructure/shared/config/config-table.js";
import { envExample } from "../../src/infrastructure/shared/config/env-example.js";
import {
  ConfigProblems,
  type Environment,
} from "../../src/infrastructure/shared/config/variable-reader.js";
import { type Variable, variables } from "../../src/infrastructure/shared/config/variables.js";

const GOOD_KEY = "kq8Zr2Wm5Tn7Yb3Xc9Vd4Fg6Hj1Lp0Sa";

const problemsOf = (env: Environment, readFile?: (path: string) => string): readonly string[] => {
  try {
    readConfig(env, readFile);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems;
    throw error;
  }
};

describe("configuration", () => {
  test("no variable is required to run Plinth on a developer's machine", () => {
    const config = readConfig({});

    expect(config).toMatchObject({
      mode: "development",
      currency: "EUR",
      locale: "en",
      introspection: true,
      adminKey: null,
    });
    expect(config.server).toMatchObject({ host: "127.0.0.1", port: 4000, trustProxy: false });
    expect(config.database).toMatchObject({
      kind: "embedded",
      file: `${config.dataDir}/plinth.db`,
    });
  });

  test.each([
    [undefined, Infinity],
    ["exact", Infinity],
    ["10", 10],
    ["in-or-out", 0],
  ])("a shop with PLINTH_STOCK_SHOWN %s tells at most %s units", (set, most) => {
    expect(readConfig({ PLINTH_STOCK_SHOWN: set }).mostVisibleStock).toBe(most);
  });

  test.each(["0", "some", "-1"])("PLINTH_STOCK_SHOWN %s is refused", (set) => {
    expect(problemsOf({ PLINTH_STOCK_SHOWN: set })).toEqual([
      `PLINTH_STOCK_SHOWN is "${set}": give a whole number from 1 to 1000000, or exact, or in-or-out.`,
    ]);
  });

  test("the example storefront is served in development, unless it is switched off", () => {
    expect(readConfig({}).storefront).not.toBeNull();
    expect(readConfig({ PLINTH_STOREFRONT: "off" }).storefront).toBeNull();
  });

  test("the example storefront is told where npm looks, and no secret of the server", () => {
    const environment = {
      PATH: "/usr/bin",
      https_proxy: "http://proxy.internal:3128",
      PLINTH_ADMIN_KEY: GOOD_KEY,
      AWS_SECRET_ACCESS_KEY: "secret",
    };

    expect(readConfig(environment).storefront?.environment).toEqual({
      PATH: "/usr/bin",
      https_proxy: "http://proxy.internal:3128",
    });
  });

  test("the example storefront is refused in production", () => {
    const production = { PLINTH_MODE: "production", PLINTH_STOREFRONT: "on" };

    expect(readConfig({ PLINTH_MODE: "production" }).storefront).toBeNull();
    expect(problemsOf(production)).toEqual([
      'PLINTH_STOREFRONT is "on" in production, where Plinth installs and builds nothing: remove it, and run the storefront by itself (examples/storefront/README.md).',
    ]);
  });

  test("all problems are reported at once, each with its variable and advice", () => {
    const problems = problemsOf({
      PLINTH_PORT: "http",
      PLINTH_CURRENCY: "XYZ",
      PLINTH_LOCALE: "klingon!",
      PLINTH_DATABASE_POOL_SIZE: "0",
    });

    expect(problems).toHaveLength(4);
    expect(problems).toContain('PLINTH_PORT is "http": give a whole number from 0 to 65535.');
  });

  test("a mistyped variable is reported with the most similar one", () => {
    expect(problemsOf({ PLINTH_DATABASEURL: "x" })).toEqual([
      "PLINTH_DATABASEURL is not a variable of Plinth: did you mean PLINTH_DATABASE_URL.",
    ]);
    expect(problemsOf({ PLINTH_TEST_MYSQL_URL: "x", PLINTH_CHROMIUM: "x", PORT: "80" })).toEqual(
      [],
    );
  });

  test.each(["0.0.0.0", "::"])("production on %s requires the public URL", (host) => {
    const everywhere = { PLINTH_MODE: "production", PLINTH_HOST: host };

    expect(problemsOf(everywhere).join()).toContain("PLINTH_PUBLIC_URL");
    expect(
      problemsOf({ ...everywhere, PLINTH_PUBLIC_URL: "https://shop-api.example.com" }),
    ).toEqual([]);
  });

  test.each(["0.0.0.0", "192.168.1.4", "::", "shop.example.com"])(
    "development refuses to listen on %s",
    (host) => {
      expect(problemsOf({ PLINTH_HOST: host })).toHaveLength(1);
      expect(
        problemsOf({
          PLINTH_HOST: host,
          PLINTH_MODE: "production",
          PLINTH_PUBLIC_URL: "https://shop-api.example.com",
        }),
      ).toEqual([]);
    },
  );

  test("production has introspection off and allows no origin by default", () => {
    const config = readConfig({ PLINTH_MODE: "production" });

    expect(config.introspection).toBe(false);
    expect(config.server.corsOrigins).toEqual([]);
    expect(problemsOf({ PLINTH_MODE: "production", PLINTH_CORS_ORIGINS: "*" })).toHaveLength(1);
  });

  test("development lets every port of this machine in, besides the origins that are listed", () => {
    expect(readConfig({}).server.corsOrigins).toEqual(["loopback"]);
    expect(
      readConfig({ PLINTH_CORS_ORIGINS: "https://staging.example.com" }).server.corsOrigins,
    ).toEqual(["loopback", "https://staging.example.com"]);
    expect(problemsOf({ PLINTH_MODE: "production", PLINTH_CORS_ORIGINS: "loopback" })).toHaveLength(
      1,
    );
  });

  test("caches keep nothing unless the settings say how long", () => {
    expect(readConfig({}).caching).toEqual({
      maxAge: null,
      sharedMaxAge: null,
      staleWhileRevalidate: null,
      tagHeader: null,
    });
    expect(
      readConfig({
        PLINTH_CACHE_MAX_AGE: "0",
        PLINTH_CACHE_SHARED_MAX_AGE: "600",
        PLINTH_CACHE_STALE_WHILE_REVALIDATE: "60",
        PLINTH_CACHE_TAG_HEADER: "Surrogate-Key",
      }).caching,
    ).toEqual({
      maxAge: 0,
      sharedMaxAge: 600,
      staleWhileRevalidate: 60,
      tagHeader: "Surrogate-Key",
    });
    expect(
      problemsOf({ PLINTH_CACHE_MAX_AGE: "1 day", PLINTH_CACHE_TAG_HEADER: "Tags" }),
    ).toHaveLength(2);
  });

  test("a limit is off where a process survives it, and nowhere else", () => {
    expect(readConfig({ PLINTH_LIMIT_QUERY_COST: "off" }).limits.queryCost).toBe(Infinity);
    expect(readConfig({ PLINTH_LIMIT_BODY_BYTES: "8192" }).limits.bodyBytes).toBe(8_192);
    expect(problemsOf({ PLINTH_LIMIT_BODY_BYTES: "off" })).toEqual([
      'PLINTH_LIMIT_BODY_BYTES is "off": give a whole number from 4096 to 67108864.',
    ]);
  });

  test.each(["https://shop.example.com/", "shop.example.com", "null", "https://Shop.example.com"])(
    "%s is refused as an origin",
    (origin) => {
      expect(problemsOf({ PLINTH_CORS_ORIGINS: origin })).toHaveLength(1);
    },
  );

  test.each([
    ["off", false],
    ["10.0.0.2", ["10.0.0.2"]],
    ["10.0.0.1, fd00::/8", ["10.0.0.1", "fd00::/8"]],
  ])("the trusted proxy %s is accepted", (raw, trustProxy) => {
    expect(readConfig({ PLINTH_TRUST_PROXY: raw }).server.trustProxy).toEqual(trustProxy);
  });

  test.each(["on", "true", "1", "10.0.0.0/0", "anyone"])(
    "%s is refused as a trusted proxy",
    (raw) => {
      expect(problemsOf({ PLINTH_TRUST_PROXY: raw })).toHaveLength(1);
    },
  );
});

describe("secrets", () => {
  test("a secret may be read from a file", () => {
    const config = readConfig({ PLINTH_ADMIN_KEY_FILE: "/run/secrets/key" }, (path) =>
      path === "/run/secrets/key" ? `${GOOD_KEY}\n` : "",
    );

    expect(config.adminKey).toBe(GOOD_KEY);
  });

  test("a secret that is set twice, or whose file cannot be read, is a problem", () => {
    const unreadable = () => {
      throw new Error("ENOENT");
    };

    expect(problemsOf({ PLINTH_ADMIN_KEY: GOOD_KEY, PLINTH_ADMIN_KEY_FILE: "key" })).toHaveLength(
      1,
    );
    expect(problemsOf({ PLINTH_ADMIN_KEY_FILE: "key" }, unreadable)).toHaveLength(1);
    expect(problemsOf({ PLINTH_ADMIN_KEY_FILE: "key" }, () => "")).toHaveLength(1);
  });

  const SECRET = "Wq3vX0yKzT5cE8hR1nB7uJ4sD9gL2mF6aPiOxNtQeYk";
  const MYSQL = { PLINTH_DATABASE_URL: "mysql://plinth:pw@127.0.0.1:3306/plinth" };

  test("the secret of the store is 32 random bytes, and the one before may be set with it", () => {
    const hex = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    expect(readConfig({}).secret).toEqual({ secret: null, previous: null });
    expect(
      readConfig({ PLINTH_SECRET: SECRET, PLINTH_SECRET_PREVIOUS_FILE: "before" }, () => `${hex}\n`)
        .secret,
    ).toEqual({ secret: SECRET, previous: hex });
  });

  test.each([
    "short",
    SECRET.slice(0, 42),
    "a".repeat(64),
    "9f86d081884c7d65".repeat(4),
    "change-me-change-me-change-me-XyZ1-change-me",
    "correct horse battery staple correct horse battery",
    `${SECRET.slice(0, 33)}0123456789`,
  ])("the secret %s is refused, and the message does not contain it", (secret) => {
    for (const name of ["PLINTH_SECRET", "PLINTH_SECRET_PREVIOUS"]) {
      const problems = problemsOf({ PLINTH_SECRET: SECRET, [name]: secret });

      expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
      expect(problems.join()).not.toContain(secret);
    }
  });

  test("a secret before is refused alone, and when it is the current one", () => {
    expect(problemsOf({ PLINTH_SECRET_PREVIOUS: SECRET })).toHaveLength(1);
    expect(problemsOf({ PLINTH_SECRET: SECRET, PLINTH_SECRET_PREVIOUS: SECRET })).toHaveLength(1);
  });

  test("in production, a shop on MySQL needs a secret, because one in the database would protect nothing", () => {
    const production = { PLINTH_MODE: "production" };

    expect(problemsOf({ ...production, ...MYSQL })).toEqual([
      expect.stringMatching(/^PLINTH_SECRET is not set/),
    ]);
    expect(problemsOf({ ...production, ...MYSQL, PLINTH_SECRET: SECRET })).toEqual([]);
    expect(problemsOf(production)).toEqual([]);
    expect(problemsOf(MYSQL)).toEqual([]);
  });

  test.each([
    "short",
    "a".repeat(40),
    "change-me-change-me-change-me-XyZ1",
    "your_admin_key_goes_here_please_42",
    `${GOOD_KEY} with spaces`,
  ])("the admin key %s is refused, and the message does not contain it", (key) => {
    const [problem = ""] = problemsOf({ PLINTH_ADMIN_KEY: key });

    expect(problem).toMatch(/^PLINTH_ADMIN_KEY /);
    expect(problem).not.toContain(key);
  });

  test("no message contains the password of the database", () => {
    const [problem = ""] = problemsOf({
      PLINTH_DATABASE_URL: "postgres://plinth:hunter2@db/plinth",
    });

    expect(problem).not.toContain("hunter2");
  });
});

describe("the database", () => {
  test("the connection to MySQL on another machine uses TLS unless it is switched off", () => {
    const url = "mysql://plinth:pw@db.internal/plinth";

    expect(readConfig({ PLINTH_DATABASE_URL: url }).database).toMatchObject({
      kind: "mysql",
      url,
      tls: true,
      poolSize: 10,
    });
    expect(
      readConfig({ PLINTH_DATABASE_URL: url, PLINTH_DATABASE_TLS: "off" }).database,
    ).toMatchObject({ tls: false });
    expect(
      readConfig({ PLINTH_DATABASE_URL: "mysql://plinth:pw@127.0.0.1:3307/plinth" }).database,
    ).toMatchObject({ tls: false });
  });

  test.each([
    "mysql://db/plinth",
    "mysql://plinth:pw@db",
    "mysql://plinth:pw@db/plinth?ssl=false",
    "mysql://plinth:%zz@db/plinth",
    "plinth",
  ])("%s is refused", (url) => {
    expect(problemsOf({ PLINTH_DATABASE_URL: url })).toHaveLength(1);
  });
});

describe("the Redis", () => {
  test("is named by a URL, which decides about TLS, and there is none unless it is set", () => {
    const CA = "-----BEGIN CERTIFICATE-----";

    expect(readConfig({}).redis).toBeNull();
    expect(readConfig({ PLINTH_REDIS_URL: "redis://127.0.0.1" }).redis).toEqual({
      host: "127.0.0.1",
      port: 6_379,
      username: null,
      password: null,
      database: 0,
      tls: false,
    });
    expect(readConfig({ PLINTH_REDIS_URL: "rediss://shop:p%40ss@[::1]:6380/2" }).redis).toEqual({
      host: "::1",
      port: 6_380,
      username: "shop",
      password: "p@ss",
      database: 2,
      tls: true,
    });
    expect(
      readConfig({ PLINTH_REDIS_URL: "rediss://db", PLINTH_REDIS_TLS_CA: CA }).redis?.tls,
    ).toEqual({ ca: CA });
  });

  test.each([
    "http://:hunter2@redis",
    "redis://:hunter2@redis/name",
    "redis://:hunter2@redis?x=1",
    "redis://:hunter2%@redis",
    "hunter2",
  ])("%s is refused without repeating the password", (url) => {
    const problems = problemsOf({ PLINTH_REDIS_URL: url });

    expect(problems).toHaveLength(1);
    expect(problems[0]).not.toContain("hunter2");
  });
});

describe("the documentation", () => {
  const listed: readonly Variable[] = variables;

  test(".env.example lists exactly the variables that exist, with their defaults", () => {
    const file = readFileSync(".env.example", "utf8");
    const lines = file.split("\n");
    const documented = lines.flatMap(
      (line) => /^# (PLINTH_\w+)=(.*)$/.exec(line)?.slice(1, 3).join("=") ?? [],
    );

    expect(documented).toEqual(
      listed.map(({ name, fallback, example }) => `${name}=${fallback ?? example ?? ""}`),
    );
    expect(lines.filter((line) => line !== "" && !line.startsWith("# "))).toEqual([]);
    // Write it anew with: npx plinth config print example > .env.example
    expect(file).toBe(envExample());
  });

  test("the table of settings in docs/operations.md is the one that is generated", () => {
    // Record it anew with: npm run schema
    expect(readFileSync("docs/operations.md", "utf8")).toContain(configTable());
  });
});
