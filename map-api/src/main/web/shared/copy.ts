/** Puts a text where it can be pasted from; whether that could be done: a page without https has no clipboard. */
export function copied(text: string): Promise<boolean> {
  return 'clipboard' in navigator
    ? navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
    : Promise.resolve(false);
}
