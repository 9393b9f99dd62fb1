import type { Principal } from '@consilium/platform-identity';
import type DataLoader from 'dataloader';

/** What every resolver of one operation shares: who asks, and the loaders that answer many questions at once. */
export interface GraphqlContext {
  readonly principal: Principal | undefined;
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}

export const emptyLoaders = (): GraphqlContext['loaders'] => new Map();

/** The operation's own loader under `name`, made at first use, so that a page costs one statement and not one per row. */
export function loaderOf<T>(
  context: GraphqlContext,
  name: string,
  make: () => DataLoader<string, T>,
): DataLoader<string, T> {
  const known = context.loaders.get(name) as DataLoader<string, T> | undefined;
  if (known !== undefined) return known;
  const loader = make();
  context.loaders.set(name, loader);
  return loader;
}
