/**
 * Where somebody pays: the shop at whose till the text stands, and the one way to pay that is tried from shop to shop. From
 * then on a clause needs only a name and a yes or no.
 */
export interface Till {
  readonly shops: readonly string[];
  /** Nothing where no way to pay is tried in one shop after another. */
  readonly sought: readonly string[];
  /** The last block and the last sentence that set it up or were read by it. */
  readonly block: number;
  readonly sentence: number;
  /** Whether somebody is told to try, so that what is seen there is a test. */
  readonly isTried: boolean;
}
