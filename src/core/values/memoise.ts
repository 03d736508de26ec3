/** Returns a function that computes the value of each key once and keeps it in `values`. No value may be undefined. */
export function memoise<Key, Value>(compute: (key: Key) => Value, values = new Map<Key, Value>()) {
  return (key: Key): Value => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}
