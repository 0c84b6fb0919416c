/** What claims in updates on incidents are about, and how each is said in other words. Data: themed-claims.ts reads it. */
export interface ClaimTheme {
  readonly id: string;
  /** By these words a claim that must not be made is known as one of this theme. */
  readonly claim: RegExp;
  /** What makes a claim another one all the same: "was not stolen" is no claim of theft. */
  readonly not?: RegExp;
  /** How people say it. Each is searched in a sentence in lower case, hyphens as blanks. */
  readonly said: RegExp;
  /** Words that have to stand in the same sentence as well. */
  readonly also?: RegExp;
  /**
   * What the sentence has to be about. `named`: a thing of the claim, or one of its kind; `pointed`: that, or no thing
   * of another kind; `whoever`: named there, or by the sentence before; `any`: the words alone tell it.
   */
  readonly about: 'named' | 'pointed' | 'whoever' | 'any';
  /** Said of what is to come. */
  readonly future?: true;
}
