/**
 * Remembers what was made of the last few objects, for work that goes object by object and asks each many times. Other
 * than a weak map it holds nothing of those that are done with, and costs the garbage collector nothing.
 */
export function rememberLast<K extends object, V>(make: (key: K) => V, size = 4): (key: K) => V {
  const keys: (K | undefined)[] = Array.from({ length: size }, () => undefined);
  const values: (V | undefined)[] = Array.from({ length: size }, () => undefined);
  let newest = 0;
  return (key) => {
    if (keys[newest] === key) return values[newest] as V;
    const at = keys.indexOf(key);
    if (at >= 0) return values[at] as V;
    const value = make(key);
    newest = (newest + 1) % size;
    keys[newest] = key;
    values[newest] = value;
    return value;
  };
}
