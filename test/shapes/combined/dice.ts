/** Numbers that look random and are the same in every run (Numerical Recipes' linear congruence). */
export function dice(seed: number): <T>(of: readonly T[]) => T {
  let state = seed;
  return (of) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const one = of[Math.floor((state / 2 ** 32) * of.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
}
