/** Why a link cannot be opened: a part of `run/failure.ts`. */
export interface LinkFailure {
  readonly code: 'link-damaged' | 'link-too-big' | 'link-blank-word' | 'link-newer';
}
