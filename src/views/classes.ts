/** Names of classes, joined for `className`; what is false or missing is left out. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Finds what has this class: `.name`. */
export function ofClass(name: string | undefined): string {
  return `.${name ?? ''}`;
}
