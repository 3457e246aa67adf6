interface Request {
  readonly url: string;
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
  readonly headers: Readonly<Record<string, string>>;
}

export declare const fetchSnippet: (request: Request) => string;
export declare const curlSnippet: (request: Request) => string;
