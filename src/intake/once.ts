/**
 * Finds something out once for each thing that it is about, however often it is asked: what is asked of the
 * same scale, or of the same list of answers, comes to the same. What nobody holds any more is forgotten.
 */
export function once<Thing extends object, Found>(find: (thing: Thing) => Found): (thing: Thing) => Found {
  const found = new WeakMap<Thing, Found>();
  return (thing) => {
    if (!found.has(thing)) found.set(thing, find(thing));
    return found.get(thing) as Found;
  };
}
