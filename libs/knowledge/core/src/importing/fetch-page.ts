/**
 * Asks an outside source for one page and gives its parsed JSON. The shell implements it with its own pace, retries
 * and credentials, and throws where the source cannot be reached.
 */
export type FetchPage<Request> = (request: Request) => Promise<unknown>;

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number>>;
}
