import facts from '../inspector/facts.module.css';

/** Which kind of step it is. */
export function StepHead({ kind }: { readonly kind: string }) {
  return <p className={facts.kind}>{kind}</p>;
}
