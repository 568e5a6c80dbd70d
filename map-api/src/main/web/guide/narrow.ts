/**
 * A screen on which the panel lies over the map: a phone held upright. One that is wide but low, as a page at twice its size is, has them
 * side by side. The style sheets write the same condition.
 */
export const NARROW = '(max-width: 33.99rem), (max-width: 47.99rem) and (min-height: 34.01rem)';
